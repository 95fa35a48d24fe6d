namespace Approvals.Workflow.Bpmn.Rules.Engine;

internal sealed class TimerForms()
    : BpmnRule(
        "timer.form",
        "BPMN §10.5.5",
        "A timer says when: by a timeDate, a timeDuration or a timeCycle.",
        ProblemLevel.Execution
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var timer in subject.All("timerEventDefinition"))
        {
            if (
                !timer.Children.Exists(child =>
                    child.IsBpmn("timeDate") || child.IsBpmn("timeDuration") || child.IsBpmn("timeCycle")
                )
            )
            {
                Report(subject, timer, "The timer has no timeDate, timeDuration or timeCycle.");
            }
        }
    }
}
