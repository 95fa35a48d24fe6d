using System.Diagnostics;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>What element instances and scopes wait for, in a snapshot. The kind numbers are part of the format.</summary>
internal static class WaitSection
{
    private const int Job = 1;
    private const int UserTask = 2;
    private const int Timer = 3;
    private const int Message = 4;
    private const int Signal = 5;
    private const int Condition = 6;

    public static void Write(StateBytes bytes, ProcessInstanceState state)
    {
        bytes.Count(state.Waits.Count);
        foreach (var wait in state.Waits.Items)
        {
            bytes.Count(KindOf(wait));
            bytes.Signed(wait.Key - state.InstanceKey);
            bytes.Signed(wait.Owner.Key - state.InstanceKey);
            bytes.Flag(wait.Owner is ScopeState);
            bytes.Count(wait.Target.Index);
            WriteBody(bytes, state, wait);
        }
    }

    public static void Read(ref StateCursor cursor, ProcessInstanceState state)
    {
        for (var left = cursor.Count(); left > 0; left--)
        {
            var wait = ReadOne(ref cursor, state);
            ApplyWaits.Add(state, wait);
        }
    }

    private static int KindOf(WaitState wait) =>
        wait switch
        {
            JobState => Job,
            UserTaskState => UserTask,
            TimerState => Timer,
            MessageSubscriptionState => Message,
            SignalSubscriptionState => Signal,
            ConditionState => Condition,
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
            case SignalSubscriptionState signal:
                bytes.Text(signal.SignalName);
                break;
            case ConditionState condition:
                bytes.Count(condition.Trigger);
                bytes.Flag(condition.Holds);
                bytes.OptionalText(condition.Diagnostic);
                break;
        }
    }

    private static WaitState ReadOne(ref StateCursor cursor, ProcessInstanceState state)
    {
        var kind = cursor.Integer();
        var key = cursor.Signed() + state.InstanceKey;
        var ownerKey = cursor.Signed() + state.InstanceKey;
        var isScope = cursor.Flag();
        WaitOwner owner = isScope ? Apply.Scope(state, ownerKey) : state.Elements.Get(ownerKey);
        var target = ElementSection.Element(ref cursor, owner.Definition);
        switch (kind)
        {
            case Job:
                return new JobState(key, (ElementInstance)owner, cursor.Text(), cursor.Integer())
                {
                    RetryAt = cursor.OptionalInstant(),
                };
            case UserTask:
                return UserTaskSection.Read(ref cursor, state, key, (ElementInstance)owner);
            case Timer:
                var due = cursor.Instant();
                return new TimerState(key, owner, target, due, (int)cursor.Signed(), cursor.OptionalText());
            case Message:
                return new MessageSubscriptionState(key, owner, target, cursor.Text(), cursor.OptionalText());
            case Signal:
                return new SignalSubscriptionState(key, owner, target, cursor.Text());
            case Condition:
                return new ConditionState(key, owner, target, cursor.Integer())
                {
                    Holds = cursor.Flag(),
                    Diagnostic = cursor.OptionalText(),
                };
            default:
                throw StateCursor.Broken();
        }
    }
}
