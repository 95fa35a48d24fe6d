using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Flows;

internal sealed class ConditionsBranch()
    : BpmnRule(
        "flow.condition-alone",
        "BPMN §8.4.13",
        "An activity with a conditional flow has at least one other outgoing flow.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var flow in subject.All("sequenceFlow"))
        {
            if (
                flow.Bpmn("conditionExpression") is not null
                && subject.Find(flow["sourceRef"]) is { } source
                && FlowNodes.IsActivity(source)
                && subject.Outgoing(source).Count < 2
            )
            {
                Report(subject, flow, $"'{source.Id}' has no other flow for when the condition doesn't hold.");
            }
        }
    }
}
