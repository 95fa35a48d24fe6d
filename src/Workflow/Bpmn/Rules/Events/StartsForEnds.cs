namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class StartsForEnds()
    : BpmnRule(
        "level.start",
        "BPMN §10.5.2",
        "A process or sub-process with an end event has a start event, or an instantiating task or gateway.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.Levels)
        {
            if (
                node.Bpmn("endEvent") is not null
                && node.Bpmn("startEvent") is null
                && !node.Children.Any(each => each.Is("instantiate"))
            )
            {
                Report(subject, node, "There is an end event here, so there must be a start event.");
            }
        }
    }
}
