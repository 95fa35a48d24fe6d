using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Events;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Simulation;

/// <summary>One trigger of an event that can begin a process: a start event, an instantiating receive task, or an event after an
/// instantiating event-based gateway.</summary>
internal sealed record StartTrigger(ProcessDefinition Definition, CatchEvent Event, int Place)
{
    public EventTrigger Trigger => Event.Triggers[Place];

    /// <summary>All of the process, in the order of the file.</summary>
    public static IEnumerable<StartTrigger> Of(ProcessDefinition definition)
    {
        foreach (var start in EventsOf(definition))
        {
            for (var place = 0; place < start.Triggers.Length; place++)
            {
                yield return new(definition, start, place);
            }
        }
    }

    public bool IsMessage(string name, IFeelScope scope, FeelEnvironment feel) =>
        Trigger is MessageTrigger message && Text(message.Name, scope, feel) == name;

    public bool IsSignal(string name, IFeelScope scope, FeelEnvironment feel) =>
        Trigger is SignalTrigger signal && Text(signal.Name, scope, feel) == name;

    public bool Holds(IFeelScope scope, FeelEnvironment feel) =>
        Trigger is ConditionalTrigger conditional && conditional.Condition.Evaluate(scope, feel).IsTrue;

    /// <summary>When a timer fires that is set now; null for other triggers and for a timer that can't be set.</summary>
    public DateTimeOffset? Due(IFeelScope scope, FeelEnvironment feel)
    {
        if (Trigger is not TimerTrigger timer)
        {
            return null;
        }

        var value = timer.Value.Expression?.Evaluate(scope, feel) ?? FeelValue.From(timer.Value.Text);
        return Timers.Schedule(timer.Form, value, feel.Now)?.Due;
    }

    private static string? Text(ModelValue source, IFeelScope scope, FeelEnvironment feel) =>
        source.Expression is not { } expression ? source.Text
        : expression.Evaluate(scope, feel) is { Kind: FeelKind.String } value ? value.AsString()
        : null;

    private static IEnumerable<CatchEvent> EventsOf(ProcessDefinition definition)
    {
        foreach (var index in definition.Content.TriggeredStarts)
        {
            var start = definition.Elements[index];
            if (start is CatchEvent found)
            {
                yield return found;
            }

            foreach (var flow in start is EventBasedGateway ? start.Outgoing : [])
            {
                if (definition.Elements[definition.Flows[flow].Target] is CatchEvent after)
                {
                    yield return after;
                }
            }
        }
    }
}
