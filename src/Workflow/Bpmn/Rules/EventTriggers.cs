using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>A catch event has a definition, and it says what it waits for.</summary>
internal sealed class EventTriggers : BpmnRule
{
    public override string Id => "event.trigger";

    public override string Clause => "BPMN §10.5.5";

    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowElements())
        {
            var definitions = node.Children.Count(child =>
                EventDefinitions.Is(child) || child.IsBpmn("eventDefinitionRef")
            );
            if (node.Name is "intermediateCatchEvent" or "boundaryEvent" && definitions == 0)
            {
                Report(subject, node, $"<{node.Name}> needs an event definition.");
            }
        }

        foreach (var timer in subject.All("timerEventDefinition"))
        {
            if (timer.Children.Count(child => child.Name.StartsWith("time", StringComparison.Ordinal)) != 1)
            {
                Report(subject, timer, "A timer has exactly one of timeDate, timeDuration and timeCycle.");
            }
        }
    }
}
