using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Data;

internal sealed class EventItems()
    : BpmnRule(
        "event.item",
        "BPMN §10.4.1",
        "The nth data input or output of an event is of the item that its nth message, error, escalation or signal carries.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes.Where(node => RuleSubject.IsA(node, "event")))
        {
            var data = node.Children.Where(child => child.IsBpmn("dataInput") || child.IsBpmn("dataOutput")).ToList();
            var triggers = subject.Triggers(node);
            for (var i = 0; i < Math.Min(data.Count, triggers.Count); i++)
            {
                if (!ItemKinds.Carries(subject, data[i], Given(subject, triggers[i])))
                {
                    Report(subject, data[i], $"It is of another item than what the <{triggers[i].Name}> carries.");
                }
            }
        }
    }

    private static BpmnNode? Given(RuleSubject subject, BpmnNode trigger)
    {
        var origin = subject.Find(
            trigger["messageRef"] ?? trigger["errorRef"] ?? trigger["escalationRef"] ?? trigger["signalRef"]
        );
        return subject.Find(origin?["itemRef"] ?? origin?["structureRef"]);
    }
}
