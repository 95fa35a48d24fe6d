using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Events;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Containers;

/// <summary>
/// Canceling a transaction (BPMN §10.3.5, §13.3.5): everything in it ends, what has completed is compensated, then its cancel
/// boundary event happens. An error that leaves it (a hazard) compensates nothing.
/// </summary>
internal static class Transactions
{
    public static Fault? Check(ElementInstance thrower)
    {
        var transaction = Around(thrower);
        return transaction is null ? Fault.Value($"'{thrower.Element.Id}' stands in no transaction.")
            : CancelEventOf(transaction) is null
                ? new(
                    IncidentKind.Error,
                    $"Nobody catches the cancellation of '{transaction.Element.Id}'.",
                    "Migrate to a version of the process with a cancel boundary event, then resolve the incident."
                )
            : null;
    }

    public static void Cancel(EngineStep step, ElementInstance thrower)
    {
        var scope = Around(thrower)!.Inner!;
        Ending.TerminateAll(step, scope);
        step.Emit(new CompensationStarted(step.State.NextKey, scope.Key, 0, null, Cancels: true));
    }

    /// <summary>Everything is compensated.</summary>
    public static void Leave(EngineStep step, ElementInstance transaction) =>
        Subscriptions.FireBoundary(step, HostOf(transaction), CancelEventOf(transaction)!, []);

    private static ElementInstance? Around(ElementInstance thrower)
    {
        var owner = thrower.Scope.Owner;
        while (owner is { Element.Kind: not ElementKind.Transaction } or { IsBody: true })
        {
            owner = owner.Inner!.IsProcess ? null : owner.Scope.Owner;
        }

        return owner;
    }

    private static BoundaryEvent? CancelEventOf(ElementInstance transaction)
    {
        foreach (var index in transaction.Element.Boundaries)
        {
            if (transaction.Definition.Elements[index] is BoundaryEvent { Triggers: [CancelTrigger] } boundary)
            {
                return boundary;
            }
        }

        return null;
    }

    /// <summary>The border of a round is that of its body.</summary>
    private static ElementInstance HostOf(ElementInstance transaction) =>
        transaction.Round > 0 ? transaction.Scope.Owner! : transaction;
}
