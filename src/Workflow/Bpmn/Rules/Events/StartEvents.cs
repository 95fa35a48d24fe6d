namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class StartEvents()
    : BpmnRule("start.incoming", "BPMN §10.5.2", "No sequence flow leads into a start event.")
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.InProcesses("startEvent"))
        {
            if (subject.Incoming(node).Count > 0)
            {
                Report(subject, node, "A flow leads into the start event.");
            }
        }
    }
}
