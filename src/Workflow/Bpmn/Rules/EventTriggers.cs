using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>A catch event has exactly one definition, and it says what it waits for.</summary>
internal sealed class EventTriggers : BpmnRule
{
    public override string Id => "event.trigger";

    public override string Clause => "BPMN §10.5.5";

    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowElements())
        {
            var definitions = node.Children.Count(child =>
                child.Name.EndsWith("EventDefinition", StringComparison.Ordinal)
            );
            if (node.Name is "intermediateCatchEvent" or "boundaryEvent" && definitions != 1)
            {
                Report(subject, node, $"<{node.Name}> needs exactly one event definition, it has {definitions}.");
            }
            else if (definitions > 1)
            {
                Report(subject, node, $"<{node.Name}> has {definitions} event definitions; one at most is executed.");
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
