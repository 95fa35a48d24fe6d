using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Containers;

/// <summary>
/// Event sub-processes (BPMN §13.5.4): the scope around them waits for their start events from its begin to its end. One that
/// interrupts ends everything else in the scope, and nothing more is waited for; others run beside, as often as they are triggered.
/// </summary>
internal static class EventSubProcesses
{
    /// <summary>
    /// All or none. What comes up from inside (errors, escalations) or back later (compensation) needs no subscription.
    /// </summary>
    /// <param name="faulty">The start event whose trigger can't be evaluated.</param>
    public static Fault? Open(EngineStep step, ScopeState scope, out Element? faulty)
    {
        var prepared = new List<Subscription>();
        foreach (var start in StartsOf(scope))
        {
            faulty = start;
            if (Subscriptions.Prepare(step, scope, start, prepared) is { } fault)
            {
                return fault;
            }
        }

        faulty = null;
        Subscriptions.Open(step, scope, prepared);
        return null;
    }

    /// <summary>The start events of the event sub-processes directly in the scope, in the order of the file.</summary>
    public static IEnumerable<StartEvent> StartsOf(ScopeState scope)
    {
        var elements = scope.Definition.Elements;
        foreach (var index in scope.Content.EventSubProcesses)
        {
            foreach (var start in ((SubProcess)elements[index]).Content.TriggeredStarts)
            {
                if (elements[start] is StartEvent found)
                {
                    yield return found;
                }
            }
        }
    }

    public static void Trigger(EngineStep step, ScopeState scope, StartEvent start, ImmutableArray<Variable> variables)
    {
        if (start.Interrupts)
        {
            Ending.TerminateAll(step, scope);
        }

        var instance = Lifecycle.Activate(step, scope.Definition.Elements[start.Scope], scope, flowId: null);
        if (start.Outputs.IsEmpty)
        {
            Mappings.Spread(step, instance.Inner!, variables);
        }
        else
        {
            step.Set(instance.Key, variables);
        }

        Lifecycle.Begin(step, instance, ElementPhase.Entering);
    }
}
