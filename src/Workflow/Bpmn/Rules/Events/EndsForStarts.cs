namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class EndsForStarts()
    : BpmnRule(
        "level.end",
        "BPMN §10.5.3",
        "A process or sub-process with a start event has an end event.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.Levels)
        {
            if (node.Bpmn("startEvent") is not null && node.Bpmn("endEvent") is null)
            {
                Report(subject, node, "There is a start event here, so there must be an end event.");
            }
        }
    }
}
