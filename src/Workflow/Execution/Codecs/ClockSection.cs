using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Clocks;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>One clock in a snapshot, absent until it has started.</summary>
internal static class ClockSection
{
    public static void Write(StateBytes bytes, ClockState? clock)
    {
        bytes.Flag(clock is not null);
        if (clock is null)
        {
            return;
        }

        bytes.Day(clock.StartDay);
        bytes.Count(clock.LimitDays);
        bytes.Count(clock.RemindBefore);
        bytes.Count((int)clock.Status);
        bytes.Flag(clock.IsReminded);
        bytes.Flag(clock.IsExpired);
        bytes.OptionalDay(clock.StopDay);
        bytes.Day(clock.Dates.DueDay);
        bytes.Instant(clock.Dates.Due);
        bytes.OptionalDay(clock.Dates.ReminderDay);
        bytes.Text(clock.Dates.CalendarVersion);
        bytes.Flag(clock.Dates.IsProvisional);
        bytes.Count(clock.Pauses.Count);
        foreach (var pause in clock.Pauses)
        {
            bytes.Day(pause.From);
            bytes.OptionalDay(pause.Through);
        }
    }

    public static ClockState? Read(ref StateCursor cursor, ClockDefinition definition)
    {
        if (!cursor.Flag())
        {
            return null;
        }

        var startDay = cursor.Day();
        var limit = cursor.Integer();
        var remindBefore = cursor.Integer();
        var status = (ClockStatus)cursor.Integer();
        var isReminded = cursor.Flag();
        var isExpired = cursor.Flag();
        var stopDay = cursor.OptionalDay();
        var dates = new ClockDates(cursor.Day(), cursor.Instant(), cursor.OptionalDay(), cursor.Text(), cursor.Flag());
        var pauses = new ClockPause[cursor.Count()];
        for (var i = 0; i < pauses.Length; i++)
        {
            pauses[i] = new(cursor.Day(), cursor.OptionalDay());
        }

        var clock = new ClockState(definition.Id, startDay, limit, remindBefore, dates)
        {
            Status = status,
            IsReminded = isReminded,
            IsExpired = isExpired,
            StopDay = stopDay,
        };
        clock.Restore(pauses);
        return clock;
    }
}
