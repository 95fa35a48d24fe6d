namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class EndEvents()
    : BpmnRule("end.outgoing", "BPMN §10.5.3", "No sequence flow leads out of an end event.")
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.InProcesses("endEvent"))
        {
            if (subject.Outgoing(node).Count > 0)
            {
                Report(subject, node, "A flow leaves the end event.");
            }
        }
    }
}
