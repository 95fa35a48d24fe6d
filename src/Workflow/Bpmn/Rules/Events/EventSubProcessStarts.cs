using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class EventSubProcessStarts()
    : BpmnRule("event-sub-process.start", "BPMN §10.3.5", "An event sub-process has exactly one start event.")
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes.Where(node => FlowNodes.IsEventSubProcess(node)))
        {
            if (node.All(BpmnNames.Bpmn, "startEvent").Count() != 1)
            {
                Report(subject, node, "An event sub-process has exactly one start event.");
            }
        }
    }
}
