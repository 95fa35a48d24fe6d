using Approvals.Kernel.Calendar;
using Approvals.Server.Components.Calendar;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;
using Approvals.Workflow.Execution.Clocks;

namespace Approvals.Server.Components.CaseFactsClock;

/// <summary>The weeks from the start of a clock through its last day, each day with what it was to the clock.</summary>
internal static class ClockWeeks
{
    public static CalendarView Of(ITexts texts, CaseFacts facts, CaseClock clock)
    {
        var taken = CivilTime.DateOf(facts.Row.SubmittedAt);
        var end = clock.IsStopped || clock.Today <= clock.DueDay ? clock.DueDay : clock.Today;
        var first = MondayOf(clock.StartDay.DayNumber - taken.DayNumber is > 0 and <= 7 ? taken : clock.StartDay);
        var count = MondayOf(end).DayNumber - first.DayNumber + 7;
        var verdicts = clock.Days.ToDictionary(day => day.Day);
        var days = Enumerable
            .Range(0, count)
            .Select(offset => first.AddDays(offset))
            .Select(day => Day(texts, clock, day, verdicts, taken));
        return new CalendarView(
            texts[
                "clock.calendar",
                ("from", texts.Day(first).Plain),
                ("to", texts.Day(first.AddDays(count - 1)).Plain)
            ].Plain,
            [.. days]
        );
    }

    private static CalendarDay Day(
        ITexts texts,
        CaseClock clock,
        DateOnly day,
        Dictionary<DateOnly, ClockDay> verdicts,
        DateOnly taken
    )
    {
        var known = verdicts.TryGetValue(day, out var verdict);
        var isOff = known
            ? verdict.Verdict is ClockVerdict.Weekend or ClockVerdict.Holiday
            : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var isRunning = known && day <= clock.DueDay && (clock.StopDay is not { } stop || day <= stop);
        var look =
            isOff ? DayLook.Off
            : !isRunning ? DayLook.Plain
            : verdict.Verdict == ClockVerdict.Paused ? DayLook.Paused
            : verdict.Number > 0 ? DayLook.Counted
            : DayLook.Plain;
        var mark =
            !known ? DayMark.None
            : verdict.Verdict == ClockVerdict.Holiday ? DayMark.Holiday
            : verdict.Verdict == ClockVerdict.MakeUpCounted ? DayMark.MakeUp
            : DayMark.None;
        return new CalendarDay(
            day,
            look,
            Note(texts, clock, day, known ? verdict : null, look, taken),
            mark,
            day == clock.Today && !clock.IsStopped,
            day == clock.DueDay
        );
    }

    private static string? Note(
        ITexts texts,
        CaseClock clock,
        DateOnly day,
        ClockDay? verdict,
        DayLook look,
        DateOnly taken
    )
    {
        if (day == clock.StartDay)
        {
            return texts["clock.note.start", ("what", clock.StartedBy)].Plain;
        }

        if (verdict is { Verdict: ClockVerdict.Holiday } holiday)
        {
            return ShortName(holiday.Name);
        }

        if (look == DayLook.Paused)
        {
            var begins = clock.Pauses.Any(pause => pause.From == day);
            return texts[begins ? "clock.note.pause-begins" : "clock.note.paused"].Plain;
        }

        if (day == clock.DueDay && verdict is { } due)
        {
            return texts[$"clock.note.due-{clock.Id}", ("number", due.Number)].Plain;
        }

        if (look == DayLook.Counted && verdict is { } counted)
        {
            var id =
                day == clock.StopDay ? "clock.note.decided"
                : day == clock.Today && !clock.IsStopped ? "clock.note.today"
                : "clock.day-number";
            return texts[id, ("number", counted.Number)].Plain;
        }

        return day == taken ? texts["clock.note.taken"].Plain : null;
    }

    private static string? ShortName(string? holiday) => holiday?.TrimEnd('节');

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
