using System.Diagnostics;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>What the element instances of a scope wait for, in a snapshot. The kind numbers are part of the format.</summary>
internal static class WaitSection
{
    private const int Job = 1;
    private const int UserTask = 2;
    private const int Timer = 3;
    private const int Message = 4;

    public static void Write(StateBytes bytes, ProcessInstanceState state, ScopeState scope)
    {
        var count = 0;
        foreach (var wait in state.Waits.Items)
        {
            count += ReferenceEquals(wait.Owner.Scope, scope) ? 1 : 0;
        }

        bytes.Count(count);
        foreach (var wait in state.Waits.Items)
        {
            if (ReferenceEquals(wait.Owner.Scope, scope))
            {
                bytes.Count(KindOf(wait));
                bytes.Signed(wait.Key - state.InstanceKey);
                bytes.Signed(wait.Owner.Key - state.InstanceKey);
                bytes.Count(wait.Target.Index);
                WriteBody(bytes, state, wait);
            }
        }
    }

    public static void Read(ref StateCursor cursor, ProcessInstanceState state)
    {
        for (var left = cursor.Count(); left > 0; left--)
        {
            var wait = ReadOne(ref cursor, state);
            state.Waits.Add(wait);
            wait.Owner.Add(wait);
        }
    }

    private static int KindOf(WaitState wait) =>
        wait switch
        {
            JobState => Job,
            UserTaskState => UserTask,
            TimerState => Timer,
            MessageSubscriptionState => Message,
            _ => throw new UnreachableException(),
        };

    private static void WriteBody(StateBytes bytes, ProcessInstanceState state, WaitState wait)
    {
        switch (wait)
        {
            case JobState job:
                bytes.Text(job.Type);
                bytes.Count(job.Retries);
                bytes.OptionalInstant(job.RetryAt);
                break;
            case UserTaskState task:
                UserTaskSection.Write(bytes, state, task);
                break;
            case TimerState timer:
                bytes.Instant(timer.Due);
                bytes.Signed(timer.Repetitions);
                bytes.OptionalText(timer.Interval);
                break;
            case MessageSubscriptionState subscription:
                bytes.Text(subscription.MessageName);
                bytes.OptionalText(subscription.CorrelationKey);
                break;
        }
    }

    private static WaitState ReadOne(ref StateCursor cursor, ProcessInstanceState state)
    {
        var kind = cursor.Integer();
        var key = cursor.Signed() + state.InstanceKey;
        var owner = state.Elements.Get(cursor.Signed() + state.InstanceKey);
        var target = ScopeSection.Element(ref cursor, state.Definition);
        switch (kind)
        {
            case Job:
                return new JobState(key, owner, cursor.Text(), cursor.Integer()) { RetryAt = cursor.OptionalInstant() };
            case UserTask:
                return UserTaskSection.Read(ref cursor, state, key, owner);
            case Timer:
                var due = cursor.Instant();
                return new TimerState(key, owner, target, due, (int)cursor.Signed(), cursor.OptionalText());
            case Message:
                return new MessageSubscriptionState(key, owner, target, cursor.Text(), cursor.OptionalText());
            default:
                throw StateCursor.Broken();
        }
    }
}
