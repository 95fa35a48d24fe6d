using Approvals.Kernel;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>Reminders and expiries of clocks, and new calendars.</summary>
internal static class ProcessClocks
{
    public static Rejection? Trigger(EngineStep step, TriggerClock command)
    {
        var index = step.Definition.IndexOfClock(command.ClockId);
        if (index < 0 || step.State.Clocks[index] is not { } clock)
        {
            return Rejection.Of("clock.unknown", ("clock", command.ClockId));
        }

        if (clock.Status != ClockStatus.Running)
        {
            return Rejection.Of("clock.not-running", ("clock", command.ClockId));
        }

        return command.Trigger == ClockTrigger.Reminder ? Remind(step, clock) : Expire(step, clock);
    }

    /// <summary>Paused clocks get their dates when they run again.</summary>
    public static Rejection? Recompute(EngineStep step)
    {
        foreach (var clock in step.State.Clocks)
        {
            if (clock is not { Status: ClockStatus.Running })
            {
                continue;
            }

            var dates = ClockBehavior.Dates(step, clock, clock.Pauses);
            if (dates != clock.Dates)
            {
                step.Emit(new ClockRecomputed(clock.Id, dates));
            }
        }

        return null;
    }

    private static Rejection? Remind(EngineStep step, ClockState clock)
    {
        if (clock.IsReminded || clock.Dates.Reminder is not { } reminder || step.Now < reminder)
        {
            return Rejection.Of("clock.not-due", ("clock", clock.Id));
        }

        step.Emit(new ClockReminded(clock.Id));
        return null;
    }

    private static Rejection? Expire(EngineStep step, ClockState clock)
    {
        if (clock.IsExpired || step.Now < clock.Dates.Due)
        {
            return Rejection.Of("clock.not-due", ("clock", clock.Id));
        }

        step.Emit(new ClockExpired(clock.Id));
        return null;
    }
}
