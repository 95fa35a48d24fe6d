using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Events.Throwing;

/// <summary>
/// A message (BPMN §10.5.5): the engine says that it is thrown, with the variables that the event's input mappings made; whoever runs
/// the instance delivers it. A correlation key that the thrower can't give, since only the receiver has the variables, is none.
/// </summary>
internal sealed class ThrownMessage : ThrownResult
{
    public override Fault? Check(EngineStep step, ElementInstance thrower, EventTrigger result) =>
        Messages.NameOf(step, thrower, thrower.Element, (MessageTrigger)result, out _);

    public override void Give(EngineStep step, ElementInstance thrower, EventTrigger result)
    {
        var trigger = (MessageTrigger)result;
        Messages.NameOf(step, thrower, thrower.Element, trigger, out var name);
        step.Emit(
            new MessageThrown(thrower.Key, thrower.Element.Id, name, Key(step, thrower, trigger), Payload(thrower))
        );
    }

    /// <summary>What goes out with a message or signal: what the input mappings made.</summary>
    public static System.Collections.Immutable.ImmutableArray<Variable> Payload(ElementInstance thrower) =>
        thrower.Locals is { } locals ? [.. locals.Items] : [];

    private static string? Key(EngineStep step, ElementInstance thrower, MessageTrigger trigger)
    {
        if (trigger.CorrelationKey?.Expression is not { } expression)
        {
            return trigger.CorrelationKey?.Text;
        }

        Evaluation.Evaluate(step, expression, thrower, out var value);
        return Messages.KeyOf(value);
    }
}
