using Approvals.Server.Components.Calendar;
using Approvals.Server.Components.ClockBar;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;

namespace Approvals.Server.Components.CaseFactsClock;

/// <summary>A case's clock: the bar with one cell a working day, and why the date is what it is.</summary>
/// <param name="Bar">Null for a clock too long to be drawn cell by cell.</param>
/// <param name="Question">为什么是 10 月 14 日？</param>
public sealed record CaseClockView(
    ClockBarView? Bar,
    string Question,
    CalendarView Calendar,
    IReadOnlyList<ClockReason> Reasons,
    bool IsOpen = true
)
{
    public static CaseClockView Of(ITexts texts, CaseFacts facts, CaseClock clock) =>
        new(
            ClockCells.Bar(texts, clock),
            texts[clock.IsPaused ? "clock.why-paused" : "clock.why", ("day", texts.Day(clock.DueDay).Plain)].Plain,
            ClockWeeks.Of(texts, facts, clock),
            ClockReasons.Of(texts, facts, clock)
        );
}

/// <summary>One reason and where it stands.</summary>
public sealed record ClockReason(string Words, string? Source = null);
