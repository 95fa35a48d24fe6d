using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Elements.Events;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution;

/// <summary>How an instance ends, and a scope before its time. The clocks of an instance stop with it.</summary>
internal static class Ending
{
    public static void Complete(EngineStep step, bool terminated)
    {
        ClockBehavior.StopAll(step);
        Subscriptions.CloseAll(step, step.State.Root);
        step.Emit(new InstanceCompleted(terminated));
    }

    public static void Cancel(EngineStep step, string reason)
    {
        ClockBehavior.StopAll(step);
        TerminateAll(step, step.State.Root);
        step.Emit(new InstanceCanceled(reason));
    }

    /// <summary>
    /// Ends everything in the scope, oldest first and each after its own inside, then what the scope itself waits for, and discards
    /// the tokens between them.
    /// </summary>
    public static void TerminateAll(EngineStep step, ScopeState scope, ElementInstance? except = null)
    {
        if (scope.ActiveElements > (except is null ? 0 : 1))
        {
            foreach (var instance in InsideOf(step.State, scope))
            {
                if (instance != except)
                {
                    Lifecycle.Terminate(step, instance);
                }
            }
        }

        Close(step, scope);
    }

    /// <summary>Nothing of the scope is waited for any more, no token of it is left.</summary>
    public static void Close(EngineStep step, ScopeState scope)
    {
        Subscriptions.CloseAll(step, scope);
        if (scope.Incident is { } incident)
        {
            step.Emit(new IncidentResolved(incident.Key, scope.Key));
        }

        if (
            scope.ReadyTokens > 0
            || scope.ParkedTokens > 0
            || scope.AwaitedResets.Count > 0
            || scope.Compensations.Count > 0
        )
        {
            step.Emit(new TokensDiscarded(scope.Key));
        }
    }

    /// <summary>The element instances directly in the scope, oldest first. They are younger than what they are inside of.</summary>
    private static List<ElementInstance> InsideOf(ProcessInstanceState state, ScopeState scope)
    {
        var found = new List<ElementInstance>(scope.ActiveElements);
        foreach (var instance in state.Elements.After(scope.Key))
        {
            if (instance.Scope == scope)
            {
                found.Add(instance);
                if (found.Count == scope.ActiveElements)
                {
                    break;
                }
            }
        }

        return found;
    }
}
