using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class EventSubProcessFlows()
    : BpmnRule(
        "event-sub-process.flow",
        "BPMN §10.3.5, §8.4.13",
        "No sequence flow leads into or out of an event sub-process."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes.Where(node => FlowNodes.IsEventSubProcess(node)))
        {
            if (subject.Incoming(node).Count + subject.Outgoing(node).Count > 0)
            {
                Report(subject, node, "An event sub-process is started by its event, no flow leads to it or from it.");
            }
        }
    }
}
