using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.State;

namespace Approvals.Server.Reads.Cases;

/// <summary>Makes the explained clock of a case out of the replayed clock states.</summary>
internal static class CaseClockReading
{
    /// <param name="id">The clock that the lists show.</param>
    /// <param name="holders">The steps that paused it, one for each pause.</param>
    public static CaseClock? Find(
        ProcessInstanceState state,
        string? id,
        IReadOnlyList<string> holders,
        WorkingCalendar calendar,
        DateOnly today
    )
    {
        if (id is null || Clock(state, id) is not { } clock)
        {
            return null;
        }

        var legal = id == CaseClocks.Promised ? Clock(state, CaseClocks.Legal) : null;
        var through = clock.StopDay is { } stopped && stopped < today ? stopped : today;
        var pauses = Closed(clock.Pauses, through);
        var dueDay = DueOf(clock, calendar, pauses);
        var legalDay = legal is null ? (DateOnly?)null : DueOf(legal, calendar, pauses);
        var last = Latest(dueDay, legalDay, clock.Status == ClockStatus.Stopped ? null : today);
        var limit = Math.Max(
            Math.Max(clock.LimitDays, legal?.LimitDays ?? 0),
            calendar.CountWorkingDays(clock.StartDay, last)
        );
        var days = ClockCalculation
            .Explain(calendar, clock.StartDay, limit, pauses, today)
            .TakeWhile(day => day.Day <= last)
            .ToList();
        var todayNumber = clock.Status == ClockStatus.Running ? days.Find(day => day.Day == today).Number : 0;
        return new CaseClock(
            id,
            StartedBy(state.Definition, id),
            state.Definition.Clocks[state.Definition.IndexOfClock(id)].LegalBasis,
            clock.LimitDays,
            clock.StartDay,
            dueDay,
            clock.Dates.IsProvisional,
            clock.Status,
            clock.StopDay,
            today,
            days.Count(day => day.Number > 0 && (day.Day < through || day.Day == clock.StopDay)),
            todayNumber == 0 ? null : todayNumber,
            ClockCalculation.DaysLeft(calendar, clock.StartDay, clock.LimitDays, pauses, through),
            legal is null ? null : new LegalLimit(legal.LimitDays, legalDay!.Value, legal.Dates.IsProvisional),
            [.. clock.Pauses.Select((pause, index) => Pause(pause, holders[index], days, through))],
            days
        );
    }

    private static ClockState? Clock(ProcessInstanceState state, string id)
    {
        var index = state.Definition.IndexOfClock(id);
        return index < 0 ? null : state.Clocks[index];
    }

    /// <summary>The recorded day, or while the clock stands what would follow if it went on after today.</summary>
    private static DateOnly DueOf(ClockState clock, WorkingCalendar calendar, List<ClockPause> pauses) =>
        clock.Status == ClockStatus.Paused
            ? ClockCalculation.Dates(calendar, clock.StartDay, clock.LimitDays, clock.RemindBefore, pauses).DueDay
            : clock.Dates.DueDay;

    private static List<ClockPause> Closed(IReadOnlyList<ClockPause> pauses, DateOnly today) =>
        [.. pauses.Select(pause => pause.Through is null ? pause with { Through = today } : pause)];

    private static CasePause Pause(ClockPause pause, string reason, List<ClockDay> days, DateOnly through)
    {
        var end = pause.Through ?? through;
        return new CasePause(
            pause.From,
            pause.Through,
            days.Count(day => day.Verdict == ClockVerdict.Paused && day.Day >= pause.From && day.Day <= end),
            reason
        );
    }

    private static DateOnly Latest(DateOnly day, params ReadOnlySpan<DateOnly?> others)
    {
        foreach (var other in others)
        {
            day = other is { } later && later > day ? later : day;
        }

        return day;
    }

    private static string StartedBy(ProcessDefinition definition, string id)
    {
        var clock = definition.IndexOfClock(id);
        var flow = definition.Flows.FirstOrDefault(each => each.Clocks is { } links && links.Starts.Contains(clock));
        var element = definition.Elements.FirstOrDefault(each =>
            each.Clocks is { } links && links.Starts.Contains(clock)
        );
        return flow?.Name ?? (flow is null ? element : definition.Elements[flow.Source])?.Name ?? "";
    }
}
