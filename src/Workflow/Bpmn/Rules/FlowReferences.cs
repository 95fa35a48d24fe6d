using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>A sequence flow joins two flow nodes of the same process.</summary>
internal sealed class FlowReferences : BpmnRule
{
    private static readonly string[] Ends = ["sourceRef", "targetRef"];

    public override string Id => "flow.reference";

    public override string Clause => "BPMN §8.4.13";

    public override void Check(RuleSubject subject)
    {
        foreach (var process in subject.Root.All(BpmnNames.Bpmn, "process"))
        {
            var nodes = process.Children.Where(FlowNodes.IsFlowNode).Select(node => node.Id).ToHashSet();
            foreach (var flow in process.All(BpmnNames.Bpmn, "sequenceFlow"))
            {
                foreach (var end in Ends)
                {
                    if (flow[end] is not { } id)
                    {
                        Report(subject, flow, $"The flow has no {end}.");
                    }
                    else if (!nodes.Contains(id))
                    {
                        Report(subject, flow, $"The flow's {end} '{id}' is no flow node of its process.");
                    }
                }
            }
        }
    }
}
