using Approvals.Cases;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;
using Approvals.Workflow.Execution.Clocks;

namespace Approvals.Server.Components.CaseFactsClock;

/// <summary>Why the date is what it is, in the order in which one would count it, each with where it stands.</summary>
internal static class ClockReasons
{
    public static IReadOnlyList<ClockReason> Of(ITexts texts, CaseFacts facts, CaseClock clock) =>
        [
            Start(texts, clock),
            .. MakeUpDays(texts, clock),
            .. Pauses(texts, facts, clock),
            .. Holidays(texts, clock),
            .. Extended(texts, facts, clock),
            .. Provisional(texts, clock),
            Result(texts, clock),
            .. Stopped(texts, clock),
        ];

    private static ClockReason Start(ITexts texts, CaseClock clock) =>
        new(
            texts["clock.reason.start", ("day", texts.Day(clock.StartDay).Plain), ("what", clock.StartedBy)].Plain,
            texts["clock.source.start"].Plain
        );

    private static IEnumerable<ClockReason> MakeUpDays(ITexts texts, CaseClock clock)
    {
        var days = Counting(clock).Where(day => day.Verdict == ClockVerdict.MakeUpCounted).Select(day => day.Day);
        var named = string.Join(texts["case.list-separator"].Plain, days.Select(day => texts.Day(day).Plain));
        if (named.Length > 0)
        {
            yield return new(texts["clock.reason.make-up", ("days", named)].Plain, Notice(texts, clock));
        }
    }

    private static IEnumerable<ClockReason> Pauses(ITexts texts, CaseFacts facts, CaseClock clock)
    {
        var notice = facts.State.NoticeNumbers.GetValueOrDefault(NoticeKind.Correction);
        foreach (var pause in clock.Pauses)
        {
            var from = texts.Day(pause.From).Plain;
            var words = pause.Through is { } through
                ? texts[
                    "clock.reason.pause",
                    ("from", from),
                    ("to", texts.Day(through).Plain),
                    ("what", pause.Reason),
                    ("days", pause.WorkingDays)
                ]
                : texts[
                    pause.WorkingDays == 0 ? "clock.reason.pausing-today" : "clock.reason.pausing",
                    ("from", from),
                    ("what", pause.Reason),
                    ("days", pause.WorkingDays)
                ];
            yield return new(
                words.Plain,
                notice is null || !pause.Reason.Contains("补正", StringComparison.Ordinal)
                    ? null
                    : texts["clock.source.notice", ("number", notice)].Plain
            );
        }
    }

    private static IEnumerable<ClockReason> Holidays(ITexts texts, CaseClock clock)
    {
        var named = Counting(clock)
            .Where(day => day.Verdict == ClockVerdict.Holiday)
            .GroupBy(day => day.Name ?? "", StringComparer.Ordinal)
            .Select(days =>
                texts["clock.holiday-days", ("name", days.Key.TrimEnd('节')), ("days", days.Count())].Plain
            );
        var all = string.Join(texts["case.list-separator"].Plain, named);
        if (all.Length > 0)
        {
            yield return new(texts["clock.reason.holidays", ("holidays", all)].Plain, Notice(texts, clock));
        }
    }

    private static IEnumerable<ClockReason> Extended(ITexts texts, CaseFacts facts, CaseClock clock)
    {
        if (facts.State.ExtendedDays > 0 && clock.Id == Approvals.Cases.Handling.CaseClocks.Promised)
        {
            yield return new(
                texts["clock.reason.extended", ("days", facts.State.ExtendedDays)].Plain,
                texts[
                    "clock.source.extension",
                    ("number", facts.State.NoticeNumbers.GetValueOrDefault(NoticeKind.Extension, ""))
                ].Plain
            );
        }
    }

    private static IEnumerable<ClockReason> Provisional(ITexts texts, CaseClock clock)
    {
        if (clock.IsProvisional)
        {
            yield return new(
                texts["clock.reason.provisional", ("year", Year(clock.DueDay))].Plain,
                texts["clock.source.provisional"].Plain
            );
        }
    }

    private static ClockReason Result(ITexts texts, CaseClock clock)
    {
        var id = clock.IsPaused ? "clock.reason.result-paused" : "clock.reason.result";
        var words = texts[id, ("number", clock.LimitDays), ("day", texts.Day(clock.DueDay).Plain)].Plain;
        var limits = clock.Legal is { } legal
            ? texts[
                "clock.source.limits",
                ("promised", clock.LimitDays),
                ("legal", legal.LimitDays),
                ("day", texts.Day(legal.DueDay).Plain)
            ].Plain
            : null;
        return new(
            words,
            string.Join(texts["case.semicolon"].Plain, new[] { limits, clock.LegalBasis }.OfType<string>())
        );
    }

    private static IEnumerable<ClockReason> Stopped(ITexts texts, CaseClock clock)
    {
        if (clock.StopDay is { } day)
        {
            yield return new(
                texts["clock.reason.stopped", ("day", texts.Day(day).Plain), ("used", clock.UsedDays)].Plain
            );
        }
    }

    /// <summary>The days that led to the due day; what lies beyond explains only the legal limit.</summary>
    private static IEnumerable<ClockDay> Counting(CaseClock clock) => clock.Days.Where(day => day.Day <= clock.DueDay);

    private static string Notice(ITexts texts, CaseClock clock) =>
        texts["clock.source.holidays", ("year", Year(clock.StartDay))].Plain;

    private static string Year(DateOnly day) => day.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
