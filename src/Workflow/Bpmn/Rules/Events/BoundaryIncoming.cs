namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class BoundaryIncoming()
    : BpmnRule("boundary.incoming", "BPMN §10.5.4", "No sequence flow leads into a boundary event.")
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.InProcesses("boundaryEvent"))
        {
            if (subject.Incoming(node).Count > 0)
            {
                Report(subject, node, "A flow leads into the boundary event.");
            }
        }
    }
}
