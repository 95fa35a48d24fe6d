using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Flows;

internal sealed class ConditionsLeave()
    : BpmnRule(
        "flow.condition",
        "BPMN §8.4.13, §10.5.2, §10.6.6",
        "A flow with a condition leaves an activity or an exclusive, inclusive or complex gateway."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var flow in subject.All("sequenceFlow"))
        {
            if (
                flow.Bpmn("conditionExpression") is not null
                && subject.Find(flow["sourceRef"]) is { } source
                && (RuleSubject.IsA(source, "event") || source.Name is "parallelGateway" or "eventBasedGateway")
            )
            {
                Report(subject, flow, $"A flow out of a <{source.Name}> has no condition.");
            }
        }
    }
}
