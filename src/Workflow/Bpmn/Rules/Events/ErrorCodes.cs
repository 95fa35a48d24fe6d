namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class ErrorCodes()
    : BpmnRule(
        "error.code",
        "BPMN §8.4.3",
        "In a process with isExecutable=\"true\", an error end event names an error that has a code.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.InProcesses("endEvent").Where(RuleSubject.IsExecutable))
        {
            foreach (var trigger in subject.Triggers(node).Where(each => each.Name == "errorEventDefinition"))
            {
                if (subject.Find(trigger["errorRef"])?["errorCode"] is not { Length: > 0 })
                {
                    Report(subject, node, "The error that is thrown has no errorCode.");
                }
            }
        }
    }
}
