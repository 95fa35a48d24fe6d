using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Rules.Engine;

internal sealed class TimerTexts()
    : BpmnRule(
        "timer.text",
        "BPMN §10.5.5, ISO 8601",
        "A timer that is no FEEL is an ISO 8601 date and time, duration or repeating interval.",
        ProblemLevel.Execution
    )
{
    private static readonly string[] Names = ["date and time", "duration", "repeating interval"];

    public override void Check(RuleSubject subject)
    {
        foreach (var element in subject.Elements())
        {
            foreach (var timer in element is CatchEvent waiting ? waiting.Triggers.OfType<TimerTrigger>() : [])
            {
                if (timer.Value.Text is { } text && !TimerText.IsValid(timer.Form, text))
                {
                    Report(subject, element, $"'{text}' is no ISO 8601 {Names[(int)timer.Form]}.");
                }
            }
        }
    }
}
