namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class BoundaryOutgoing()
    : BpmnRule(
        "boundary.outgoing",
        "BPMN §10.5.4, §10.7.1",
        "A sequence flow leads out of every boundary event, except that none leads out of one for compensation.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.InProcesses("boundaryEvent"))
        {
            var compensates = subject.HasTrigger(node, "compensateEventDefinition");
            var flows = subject.Outgoing(node).Count;
            if (compensates && flows > 0)
            {
                Report(subject, node, "From a compensation boundary event an association leads on, no sequence flow.");
            }
            else if (!compensates && flows == 0)
            {
                Report(subject, node, "No flow leads out of the boundary event.");
            }
        }
    }
}
