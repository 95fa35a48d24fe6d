using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.State;

/// <summary>Jobs, new user tasks, timers and subscriptions; part of <see cref="Apply"/>.</summary>
internal static class ApplyWaits
{
    public static void Event(ProcessInstanceState state, WorkflowEvent workflowEvent)
    {
        switch (workflowEvent)
        {
            case JobCreated e:
                var worker = state.Elements.Get(e.ElementInstanceKey);
                Add(state, new JobState(Apply.TakeKey(state, e.Key), worker, e.Type, e.Retries));
                break;
            case JobCompleted e:
                Remove(state, e.Key);
                break;
            case JobCanceled e:
                Remove(state, e.Key);
                break;
            case JobFailed e:
                Get<JobState>(state, e.Key).Retries = e.RetriesLeft;
                Get<JobState>(state, e.Key).RetryAt = e.RetryAt;
                break;
            case JobErrorThrown e:
                Get<JobState>(state, e.Key).Retries = 0;
                Get<JobState>(state, e.Key).RetryAt = null;
                break;
            case JobRetriesSet e:
                Get<JobState>(state, e.Key).Retries = e.Retries;
                Get<JobState>(state, e.Key).RetryAt = null;
                break;
            case UserTaskCreated e:
                var owner = state.Elements.Get(e.ElementInstanceKey);
                Apply.TakeKey(state, e.Key);
                Add(state, new UserTaskState(e.Key, owner, e.CandidateGroups, e.CandidateUsers, e.Assignee));
                break;
            case TimerScheduled e:
                var waiting = Apply.Owner(state, e.ElementInstanceKey, e.ElementId);
                Apply.TakeKey(state, e.Key);
                Add(
                    state,
                    new TimerState(e.Key, waiting, Target(waiting, e.ElementId), e.Due, e.Repetitions, e.Interval)
                );
                break;
            case TimerTriggered e:
                Remove(state, e.Key);
                break;
            case TimerCanceled e:
                Remove(state, e.Key);
                break;
            case MessageSubscriptionOpened e:
                Open(state, e);
                break;
            case MessageSubscriptionClosed e:
                Remove(state, e.Key);
                break;
            case SignalSubscriptionOpened e:
                var listener = Apply.Owner(state, e.ElementInstanceKey, e.ElementId);
                Apply.TakeKey(state, e.Key);
                Add(state, new SignalSubscriptionState(e.Key, listener, Target(listener, e.ElementId), e.SignalName));
                break;
            case SignalSubscriptionClosed e:
                Remove(state, e.Key);
                break;
            case ConditionSubscriptionOpened e:
                Open(state, e);
                break;
            case ConditionEvaluated e:
                Get<ConditionState>(state, e.Key).Holds = false;
                Get<ConditionState>(state, e.Key).Diagnostic = e.Diagnostic;
                break;
            case ConditionTriggered e:
                Get<ConditionState>(state, e.Key).Holds = true;
                Get<ConditionState>(state, e.Key).Diagnostic = null;
                break;
            case ConditionSubscriptionClosed e:
                Remove(state, e.Key);
                break;
            default:
                ApplyUserTasks.Event(state, workflowEvent);
                break;
        }
    }

    private static void Open(ProcessInstanceState state, ConditionSubscriptionOpened opened)
    {
        var owner = Apply.Owner(state, opened.ElementInstanceKey, opened.ElementId);
        var target = Target(owner, opened.ElementId);
        Apply.TakeKey(state, opened.Key);
        Add(state, new ConditionState(opened.Key, owner, target, opened.Trigger));
    }

    private static void Open(ProcessInstanceState state, MessageSubscriptionOpened opened)
    {
        var owner = Apply.Owner(state, opened.ElementInstanceKey, opened.ElementId);
        var target = Target(owner, opened.ElementId);
        Apply.TakeKey(state, opened.Key);
        Add(state, new MessageSubscriptionState(opened.Key, owner, target, opened.MessageName, opened.CorrelationKey));
    }

    private static Element Target(WaitOwner owner, string elementId) =>
        owner.Definition.FindElement(elementId)
        ?? throw new InvalidDataException($"The definition has no element '{elementId}'.");

    internal static void Add(ProcessInstanceState state, WaitState wait)
    {
        state.Waits.Add(wait);
        wait.Owner.Add(wait);
        if (wait is ConditionState condition)
        {
            state.Conditions.Add(condition);
        }
    }

    internal static WaitState Remove(ProcessInstanceState state, long key)
    {
        var wait = state.Waits.Get(key);
        wait.Owner.Remove(wait);
        state.Waits.Remove(key);
        if (wait is ConditionState)
        {
            state.Conditions.Remove(key);
        }

        return wait;
    }

    internal static T Get<T>(ProcessInstanceState state, long key)
        where T : WaitState =>
        state.Waits.Get(key) as T ?? throw new InvalidDataException($"The key {key} is no {typeof(T).Name}.");
}
