using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Containers;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events;

/// <summary>Who catches: a boundary event of a host, or the start event of an event sub-process of a scope.</summary>
internal readonly record struct Catcher(CatchEvent Event, WaitOwner Owner);

/// <summary>
/// How errors and escalations come up (BPMN §10.5.7): from the border of the thrower outwards through sub-processes and calls to the
/// first that catches the code, on each level rather by the code than by catching all.
/// </summary>
internal static class Propagation
{
    /// <param name="code">Null for an event without a code, which only those that catch all catch.</param>
    /// <param name="catcher">Without an event when nobody catches.</param>
    public static Fault? Find<TTrigger>(EngineStep step, ElementInstance thrower, string? code, out Catcher catcher)
        where TTrigger : EventTrigger
    {
        catcher = default;
        for (var instance = thrower; ; instance = instance.Scope.Owner!)
        {
            var scope = instance.Scope;
            var fault =
                instance.Round > 0 || instance.IsReopened
                    ? null
                    : Match<TTrigger>(step, instance, BoundariesOf(instance), code, ref catcher);
            if (fault is null && catcher.Event is null && scope is { Loop: null, IsInterrupted: false })
            {
                fault = Match<TTrigger>(step, scope, EventSubProcesses.StartsOf(scope), code, ref catcher);
            }

            if (fault is not null || catcher.Event is not null || scope.Owner is null)
            {
                return fault;
            }
        }
    }

    public static void Catch(EngineStep step, Catcher catcher, ImmutableArray<Variable> variables)
    {
        if (catcher.Owner is ElementInstance host)
        {
            Subscriptions.FireBoundary(step, host, (BoundaryEvent)catcher.Event, variables);
        }
        else
        {
            EventSubProcesses.Trigger(step, (ScopeState)catcher.Owner, (StartEvent)catcher.Event, variables);
        }
    }

    private static IEnumerable<CatchEvent> BoundariesOf(ElementInstance instance)
    {
        foreach (var index in instance.Element.Boundaries)
        {
            yield return (CatchEvent)instance.Definition.Elements[index];
        }
    }

    private static Fault? Match<TTrigger>(
        EngineStep step,
        WaitOwner owner,
        IEnumerable<CatchEvent> candidates,
        string? code,
        ref Catcher catcher
    )
        where TTrigger : EventTrigger
    {
        foreach (var candidate in candidates)
        {
            foreach (var trigger in candidate.Triggers)
            {
                if (trigger is not TTrigger)
                {
                    continue;
                }

                if (Evaluation.Text(step, CodeOf(trigger), owner, "The code", out var caught) is { } fault)
                {
                    return fault;
                }

                if (caught is null ? catcher.Event is null : caught == code)
                {
                    catcher = new(candidate, owner);
                }

                if (caught is not null && caught == code)
                {
                    return null;
                }
            }
        }

        return null;
    }

    private static ModelValue? CodeOf(EventTrigger trigger) =>
        trigger switch
        {
            ErrorTrigger error => error.Code,
            EscalationTrigger escalation => escalation.Code,
            _ => null,
        };
}
