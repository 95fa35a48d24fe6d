using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>A default flow leaves the node that names it, and has no condition.</summary>
internal sealed class DefaultFlows : BpmnRule
{
    public override string Id => "flow.default";

    public override string Clause => "BPMN §8.4.13";

    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowElements())
        {
            if (node["default"] is not { } id)
            {
                continue;
            }

            var flow = node.Parent!.All(BpmnNames.Bpmn, "sequenceFlow").FirstOrDefault(each => each.Id == id);
            if (flow is null || flow["sourceRef"] != node.Id)
            {
                Report(subject, node, $"The default flow '{id}' doesn't leave this node.");
            }
            else if (flow.Bpmn("conditionExpression") is not null)
            {
                Report(subject, flow, "A default flow has no condition: it is taken when no other is.");
            }
        }
    }
}
