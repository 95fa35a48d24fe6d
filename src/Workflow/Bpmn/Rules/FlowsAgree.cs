using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>The incoming and outgoing elements of a node name exactly the flows that say so themselves.</summary>
internal sealed class FlowsAgree : BpmnRule
{
    public override string Id => "flow.agree";

    public override string Clause => "BPMN §8.4.9";

    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowElements())
        {
            foreach (var child in node.Children)
            {
                var end =
                    child.IsBpmn("incoming") ? "targetRef"
                    : child.IsBpmn("outgoing") ? "sourceRef"
                    : null;
                if (end is null)
                {
                    continue;
                }

                var flow = node.Parent!.All(BpmnNames.Bpmn, "sequenceFlow")
                    .FirstOrDefault(each => each.Id == child.Text.Trim());
                if (flow is null || flow[end] != node.Id)
                {
                    Report(subject, child, $"'{child.Text.Trim()}' is no flow with '{node.Id}' as its {end}.");
                }
            }
        }
    }
}
