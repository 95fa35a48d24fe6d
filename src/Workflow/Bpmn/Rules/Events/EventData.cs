using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class EventData()
    : BpmnRule(
        "event.data",
        "BPMN §10.4.1, §10.5.1",
        "An event with data inputs or outputs has one for each of its event definitions.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes.Where(node => RuleSubject.IsA(node, "event")))
        {
            var data = node.Children.Count(child => child.IsBpmn("dataInput") || child.IsBpmn("dataOutput"));
            var triggers = subject.Triggers(node).Count;
            if (data > 0 && triggers > 0 && data != triggers)
            {
                Report(subject, node, $"The event has {triggers} event definitions, but data for {data}.");
            }
        }
    }
}
