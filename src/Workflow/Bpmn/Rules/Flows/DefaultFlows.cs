namespace Approvals.Workflow.Bpmn.Rules.Flows;

internal sealed class DefaultFlows()
    : BpmnRule(
        "flow.default",
        "BPMN §8.4.13, §10.6",
        "A default flow is one of the flows out of the node that names it."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes)
        {
            if (
                node["default"] is { Length: > 0 } id
                && (subject.Find(id) is not { } flow || !subject.Outgoing(node).Contains(flow))
            )
            {
                Report(subject, node, $"The default flow '{id}' doesn't leave '{node.Id}'.");
            }
        }
    }
}
