namespace Approvals.Workflow.Bpmn.Rules.Flows;

internal sealed class ImmediateFlows()
    : BpmnRule(
        "flow.immediate",
        "BPMN §8.4.13",
        "In a process with isExecutable=\"true\", no sequence flow has isImmediate=\"false\".",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var flow in subject.All("sequenceFlow"))
        {
            if (!flow.Is("isImmediate", byDefault: true) && RuleSubject.IsExecutable(flow))
            {
                Report(subject, flow, "An executable process has immediate flows only.");
            }
        }
    }
}
