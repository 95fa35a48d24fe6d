using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class InterruptingOnly()
    : BpmnRule(
        "event.interrupting",
        "BPMN §10.5.2, §10.5.4",
        "An error, a cancel and, as the start of an event sub-process, a compensation always interrupt: they have no isInterrupting or cancelActivity of false."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes)
        {
            foreach (var trigger in subject.Triggers(node))
            {
                var mustInterrupt = trigger.Name switch
                {
                    "errorEventDefinition" or "cancelEventDefinition" => true,
                    "compensateEventDefinition" => node.Name == "startEvent",
                    _ => false,
                };
                if (mustInterrupt && IsNonInterrupting(node))
                {
                    Report(subject, node, $"With a <{trigger.Name}> the event always interrupts.");
                }
            }
        }
    }

    private static bool IsNonInterrupting(BpmnNode node) =>
        node.Name switch
        {
            "startEvent" => FlowNodes.IsEventSubProcess(node.Parent!) && !node.Is("isInterrupting", byDefault: true),
            "boundaryEvent" => !node.Is("cancelActivity", byDefault: true),
            _ => false,
        };
}
