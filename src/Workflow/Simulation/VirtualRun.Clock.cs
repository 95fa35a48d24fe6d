using Approvals.Kernel;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Simulation;

/// <summary>The virtual clock: when it moves, and what comes then.</summary>
internal sealed partial class VirtualRun
{
    /// <summary>
    /// Fires the next timer, or moves to the next message. What is due now fires at once; waiting for timers alone is no reason to move
    /// but under <c>--unbound=complete</c>.
    /// </summary>
    private bool MoveClock()
    {
        var arrival = messages.Next(now);
        var (owner, timer) = NextTimer();
        var pending = starts.NextTimer();
        var due = Earlier(timer?.Due, pending?.Timer?.Due);
        var horizon = arrival ?? (options.CompleteUnbound ? DateTimeOffset.MaxValue : now);
        if (due is null || due > horizon)
        {
            Advance(arrival ?? now);
            return arrival is not null;
        }

        Advance(due.Value);
        if (timer?.Due == due)
        {
            Send(owner!, new TriggerTimer(timer.Key), Actor.System("run"));
        }
        else
        {
            starts.Begun(pending!);
            Begin(pending!.Timer!.Value.Trigger, pending.Number, []);
        }

        return true;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        other < one ? other : one ?? other;

    private (RunInstance? Owner, TimerState? Timer) NextTimer()
    {
        (RunInstance? Owner, TimerState? Timer) next = default;
        foreach (var instance in instances)
        {
            foreach (var wait in instance.State.Waits.Items)
            {
                if (wait is TimerState timer && (next.Timer is null || timer.Due < next.Timer.Due))
                {
                    next = (instance, timer);
                }
            }
        }

        return next;
    }

    private void Advance(DateTimeOffset instant)
    {
        now = instant > now ? instant : now;
        foreach (var instance in instances)
        {
            foreach (var clock in instance.State.Clocks)
            {
                if (clock is { Status: ClockStatus.Running, IsReminded: false } && clock.Dates.Reminder <= now)
                {
                    Send(instance, new TriggerClock(clock.Id, ClockTrigger.Reminder), Actor.System("run"));
                }

                if (clock is { Status: ClockStatus.Running, IsExpired: false } && clock.Dates.Due <= now)
                {
                    Send(instance, new TriggerClock(clock.Id, ClockTrigger.Expiry), Actor.System("run"));
                }
            }
        }
    }
}
