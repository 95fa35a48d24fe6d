using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.State;

/// <summary>What has completed and is compensated; part of <see cref="Apply"/>.</summary>
internal static class ApplyCompensation
{
    public static void Event(ProcessInstanceState state, WorkflowEvent workflowEvent)
    {
        switch (workflowEvent)
        {
            case CompensationStarted e:
                Start(state, e);
                break;
            case CompensationTurned e:
                var turned = Apply.Scope(state, e.ScopeKey);
                TakeTurn(state, turned);
                Find(turned, e.Key).Begin(e.Activity, state.NextKey);
                break;
            case CompensationEnded e:
                var ended = Apply.Scope(state, e.ScopeKey);
                TakeTurn(state, ended);
                ended.Remove(Find(ended, e.Key));
                break;
        }
    }

    /// <summary>
    /// The instance has completed: it is remembered when it has a handler, or something inside that can be compensated. A body has
    /// nothing of its own: its rounds are.
    /// </summary>
    public static void Remember(ElementInstance instance)
    {
        var inside = instance.Inner?.Completed;
        if (instance.Compensates is not null)
        {
            return;
        }

        if (instance.IsBody)
        {
            instance.Scope.Remember(inside!);
        }
        else if (instance.Element.CompensationHandler >= 0)
        {
            instance.Scope.Remember([new(instance.Key, instance.Element, instance.Locals, null)]);
        }
        else if (
            instance.Element is SubProcess container
            && (inside!.Count > 0 || HasHandlerInside(instance, container))
        )
        {
            instance.Scope.Remember([new(instance.Key, container, instance.Locals, [.. inside])]);
        }
    }

    /// <summary>What compensates has ended: the next may begin.</summary>
    public static void HandlerLeft(ProcessInstanceState state, ElementInstance handler)
    {
        foreach (var compensation in handler.Scope.Compensations)
        {
            if (compensation.Handler == handler.Key)
            {
                compensation.End();
                state.Ready.Enqueue(new(handler.Scope, Token.NextCompensation));
            }
        }
    }

    private static void Start(ProcessInstanceState state, CompensationStarted started)
    {
        var scope = Apply.Scope(state, started.ScopeKey);
        var pending = scope.TakeCompleted(started.ElementId);
        scope.Add(new Compensation(Apply.TakeKey(state, started.Key), started.Thrower, started.Cancels, pending));
        state.Ready.Enqueue(new(scope, Token.NextCompensation));
    }

    private static void TakeTurn(ProcessInstanceState state, ScopeState scope)
    {
        if (!state.Ready.Remove(new(scope, Token.NextCompensation)))
        {
            throw new InvalidDataException("No compensation is to go on.");
        }
    }

    private static Compensation Find(ScopeState scope, long key)
    {
        foreach (var compensation in scope.Compensations)
        {
            if (compensation.Key == key)
            {
                return compensation;
            }
        }

        throw new InvalidDataException($"No compensation has the key {key}.");
    }

    private static bool HasHandlerInside(ElementInstance instance, SubProcess container)
    {
        var elements = instance.Definition.Elements;
        foreach (var index in container.Content.EventSubProcesses)
        {
            foreach (var start in ((SubProcess)elements[index]).Content.TriggeredStarts)
            {
                if (elements[start] is StartEvent { Triggers: [CompensationTrigger] })
                {
                    return true;
                }
            }
        }

        return false;
    }
}
