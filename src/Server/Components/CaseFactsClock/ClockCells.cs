using System.Globalization;
using Approvals.Server.Components.ClockBar;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;
using Approvals.Workflow.Execution.Clocks;

namespace Approvals.Server.Components.CaseFactsClock;

/// <summary>The bar of a clock: every working day after the start, the promise within the law.</summary>
internal static class ClockCells
{
    /// <summary>A flag's words need about this share of the bar beside them.</summary>
    private const int Shares = 5;

    public static ClockBarView? Bar(ITexts texts, CaseClock clock)
    {
        var days = clock.Days.Where(day => day.Number > 0 || day.Verdict == ClockVerdict.Paused).ToList();
        if (days.Count is 0 or > ClockBarView.MaxCells)
        {
            return null;
        }

        var cells = days.ConvertAll(day => CellOf(clock, day));
        return new ClockBarView(
            Sentence(texts, clock),
            cells,
            [.. Flags(texts, clock, days)],
            Legend(texts, clock, cells)
        );
    }

    private static ClockCell CellOf(CaseClock clock, ClockDay day)
    {
        var end = clock.StopDay ?? clock.Today;
        return day.Verdict == ClockVerdict.Paused ? ClockCell.Paused
            : day.Day > clock.DueDay && (day.Day <= end) ? ClockCell.Over
            : day.Day > clock.DueDay ? ClockCell.Legal
            : clock.IsStopped ? (day.Day <= end ? ClockCell.Run : ClockCell.Left)
            : day.Day < clock.Today ? ClockCell.Run
            : day.Day == clock.Today ? ClockCell.Today
            : ClockCell.Left;
    }

    private static IEnumerable<ClockFlag> Flags(ITexts texts, CaseClock clock, List<ClockDay> days)
    {
        var room = Math.Max(2, days.Count / Shares);
        var promised = days.FindLastIndex(day => day.Day <= clock.DueDay) + 2;
        var promise = texts[$"clock.flag.{clock.Id}", ("day", texts.Day(clock.DueDay).Plain)].Plain;
        var last = days.Count + 1;
        yield return promised > room
            ? new ClockFlag(1, promised, FlagAt.End, IsAbove: true, promise)
            : new ClockFlag(promised, last, FlagAt.Start, IsAbove: true, promise);
        if (clock.Legal is { } legal)
        {
            var end = days.FindLastIndex(day => day.Day <= legal.DueDay) + 2;
            var words = texts["clock.flag.legal", ("day", texts.Day(legal.DueDay).Plain)].Plain;
            var isBeside = end - promised > room;
            yield return new ClockFlag(isBeside ? promised : 1, end, FlagAt.End, isBeside, words);
        }

        var today = clock.TodayNumber is null ? -1 : days.FindIndex(day => day.Day == clock.Today);
        if (today is < 0 || today >= room)
        {
            yield return new ClockFlag(
                1,
                Math.Min(room, last) + 1,
                FlagAt.Start,
                IsAbove: false,
                Short(days[0].Day),
                texts["clock.flag.start"].Plain,
                IsStrong: false
            );
        }

        if (today >= 0)
        {
            var isRight = days.Count - today <= room;
            yield return new ClockFlag(
                isRight ? 1 : today + 1,
                isRight ? today + 2 : last,
                isRight ? FlagAt.End : FlagAt.Start,
                IsAbove: false,
                texts["clock.flag.today", ("day", Short(clock.Today))].Plain,
                texts["clock.day-number", ("number", clock.TodayNumber)].Plain
            );
        }

        foreach (var pause in clock.Pauses)
        {
            var from = days.FindIndex(day => day.Day >= pause.From);
            var through = days.FindLastIndex(day => day.Day <= (pause.Through ?? clock.Today));
            if (through - from + 1 >= room)
            {
                yield return new ClockFlag(
                    from + 1,
                    through + 2,
                    FlagAt.Middle,
                    IsAbove: false,
                    texts["clock.flag.paused", ("days", pause.WorkingDays)].Plain,
                    pause.Reason,
                    IsStrong: false
                );
            }
        }
    }

    private static List<(ClockCell Cell, string Words)> Legend(ITexts texts, CaseClock clock, List<ClockCell> cells)
    {
        var legend = new List<(ClockCell, string)>();
        void Add(ClockCell cell, string words)
        {
            if (cells.Contains(cell))
            {
                legend.Add((cell, words));
            }
        }

        Add(ClockCell.Run, texts["clock.legend.run", ("days", cells.Count(cell => cell == ClockCell.Run))].Plain);
        Add(ClockCell.Paused, texts["clock.legend.paused"].Plain);
        Add(
            ClockCell.Left,
            texts[clock.IsStopped ? "clock.legend.unused" : "clock.legend.left", ("days", clock.LeftDays)].Plain
        );
        Add(ClockCell.Over, texts["clock.legend.over", ("days", cells.Count(cell => cell == ClockCell.Over))].Plain);
        Add(ClockCell.Legal, texts["clock.legend.legal"].Plain);
        return legend;
    }

    private static string Sentence(ITexts texts, CaseClock clock)
    {
        var due = texts.Day(clock.DueDay).Plain;
        var words = clock.IsStopped
            ? texts["clock.sentence.stopped", ("limit", clock.LimitDays), ("used", clock.UsedDays), ("day", due)].Plain
            : texts[
                "clock.sentence.running",
                ("limit", clock.LimitDays),
                ("used", clock.UsedDays),
                ("left", clock.LeftDays),
                ("day", due)
            ].Plain;
        var paused = clock.Pauses.Sum(pause => pause.WorkingDays);
        words += paused == 0 ? "" : texts["clock.sentence.paused", ("days", paused)].Plain;
        return clock.Legal is { } legal
            ? words + texts["clock.sentence.legal", ("day", texts.Day(legal.DueDay).Plain)].Plain
            : words;
    }

    private static string Short(DateOnly day) => day.ToString("M-dd", CultureInfo.InvariantCulture);
}
