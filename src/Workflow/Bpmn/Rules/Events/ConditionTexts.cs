using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class ConditionTexts()
    : BpmnRule(
        "conditional.text",
        "BPMN §10.5.5",
        "In a process with isExecutable=\"true\", a conditional event has a condition with a text."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.All("conditionalEventDefinition").Where(RuleSubject.IsExecutable))
        {
            if (node.Bpmn("condition") is { } condition && condition.Text.AsSpan().Trim().IsEmpty)
            {
                Report(subject, condition, "The condition of the event is empty.");
            }
        }
    }
}
