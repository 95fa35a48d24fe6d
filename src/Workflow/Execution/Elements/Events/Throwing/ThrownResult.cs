using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events.Throwing;

/// <summary>
/// What one kind of result does when an event throws it (BPMN §13.5.2, §13.5.6). First everything is evaluated, for all results of
/// the event; then the event ends and its flows are taken; then the results are given in order.
/// </summary>
internal abstract class ThrownResult
{
    /// <summary>Evaluates and emits nothing; a fault keeps the event from throwing any of its results.</summary>
    public virtual Fault? Check(EngineStep step, ElementInstance thrower, EventTrigger result) => null;

    /// <summary>The thrower has ended: its variables and its scope can still be read.</summary>
    public abstract void Give(EngineStep step, ElementInstance thrower, EventTrigger result);
}
