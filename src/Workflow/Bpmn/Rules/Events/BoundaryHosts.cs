using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class BoundaryHosts()
    : BpmnRule("boundary.host", "BPMN §10.5.4", "A boundary event is attached to an activity that stands beside it.")
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.InProcesses("boundaryEvent"))
        {
            if (
                node["attachedToRef"] is { } reference
                && (
                    subject.Find(reference) is not { } host || !FlowNodes.IsActivity(host) || host.Parent != node.Parent
                )
            )
            {
                Report(subject, node, $"attachedToRef '{reference}' is no activity beside the event.");
            }
        }
    }
}
