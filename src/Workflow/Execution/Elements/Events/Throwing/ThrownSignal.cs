using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events.Throwing;

/// <summary>
/// A signal (BPMN §10.5.5): it reaches everybody in the instance who waits for it now, oldest first, and whoever runs the instance
/// carries it to the others.
/// </summary>
internal sealed class ThrownSignal : ThrownResult
{
    public override Fault? Check(EngineStep step, ElementInstance thrower, EventTrigger result) =>
        Signals.NameOf(step, thrower, thrower.Element, (SignalTrigger)result, out _);

    public override void Give(EngineStep step, ElementInstance thrower, EventTrigger result)
    {
        Signals.NameOf(step, thrower, thrower.Element, (SignalTrigger)result, out var name);
        var payload = ThrownMessage.Payload(thrower);
        step.Emit(new SignalBroadcast(thrower.Key, thrower.Element.Id, name, payload));
        Signals.Deliver(step, name, payload);
    }
}
