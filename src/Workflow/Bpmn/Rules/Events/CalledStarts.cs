using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class CalledStarts()
    : BpmnRule(
        "call.start",
        "BPMN §10.3.6, §10.5.2",
        "A process that a call activity of the file calls has a start event without trigger, or no start event at all."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var call in subject.All("callActivity"))
        {
            if (
                subject.Find(call["calledElement"]) is { Name: "process" } process
                && process.Bpmn("startEvent") is not null
                && !process.All(BpmnNames.Bpmn, "startEvent").Any(start => subject.Triggers(start).Count == 0)
            )
            {
                Report(subject, call, $"The called process '{process.Id}' has no start event without trigger.");
            }
        }
    }
}
