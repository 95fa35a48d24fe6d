using Approvals.Kernel.Calendar;
using Approvals.Workflow.Execution.Clocks;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Cases.Tests.Clocks;

/// <summary>What holds of every limit, whatever its pauses, in the years whose calendars are known.</summary>
public sealed class ClockPropertiesTests
{
    private static readonly WorkingCalendar Days = Repository.Calendar;
    private static readonly DateOnly First = new(2019, 1, 1);

    private static readonly Arbitrary<Limit> Limits = Arb.ToArbitrary(
        from start in Gen.Choose(0, 2600)
        from days in Gen.Choose(1, 60)
        from gaps in Gen.Choose(0, 15).ListOf(4)
        from lengths in Gen.Choose(0, 20).ListOf(4)
        select new Limit(First.AddDays(start), days, Pauses(First.AddDays(start), gaps, lengths))
    );

    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Theory]
    [InlineData("2019-09-30", 5, "2019-10-12")]
    [InlineData("2020-01-22", 3, "2020-02-04")]
    [InlineData("2021-04-30", 5, "2021-05-11")]
    [InlineData("2022-01-28", 3, "2022-02-07")]
    [InlineData("2023-04-28", 3, "2023-05-06")]
    [InlineData("2024-02-08", 2, "2024-02-18")]
    [InlineData("2025-09-30", 3, "2025-10-11")]
    [InlineData("2026-09-18", 2, "2026-09-21")]
    [InlineData("2026-09-30", 3, "2026-10-10")]
    public void Make_up_days_count_and_holidays_do_not(string start, int limit, string due) =>
        ClockCalculation.Dates(Days, Day(start), limit, 0, []).DueDay.ShouldBe(Day(due));

    [Fact]
    public void The_days_counted_are_the_limit() =>
        Hold(limit =>
            ClockCalculation
                .Explain(Days, limit.Start, limit.Length, limit.Pauses, limit.Start)
                .Count(day => day.Verdict is ClockVerdict.Counted or ClockVerdict.MakeUpCounted) == limit.Length
        );

    [Fact]
    public void A_pause_never_shortens_what_is_left() =>
        Hold(limit =>
            Due(limit) >= Due(limit with { Pauses = [] })
            && limit.Pauses.All(pause =>
                Left(limit, pause.Through!.Value) == Left(limit, pause.From.AddDays(-1)) || pause.From <= limit.Start
            )
        );

    [Fact]
    public void On_the_last_day_nothing_is_left_and_the_day_before_something_is() =>
        Hold(limit => Left(limit, Due(limit)) == 0 && Left(limit, Due(limit).AddDays(-1)) == 1);

    [Fact]
    public void An_extension_adds_its_days_and_takes_none_back() =>
        Hold(limit =>
            limit.Pauses.All(pause =>
                Left(limit with { Length = limit.Length + 10 }, pause.From) == 10 + Left(limit, pause.From)
                || Left(limit, pause.From) == 0
            )
            && Days.CountWorkingDays(Due(limit), Due(limit with { Length = limit.Length + 10 })) >= 10
        );

    private static void Hold(Func<Limit, bool> property) => Check.One(Config, Prop.ForAll(Limits, property));

    private static DateOnly Due(Limit limit) =>
        ClockCalculation.Dates(Days, limit.Start, limit.Length, 0, limit.Pauses).DueDay;

    private static int Left(Limit limit, DateOnly day) =>
        ClockCalculation.DaysLeft(Days, limit.Start, limit.Length, limit.Pauses, day);

    /// <summary>One after the other, none touching another.</summary>
    private static List<ClockPause> Pauses(DateOnly start, IEnumerable<int> gaps, IEnumerable<int> lengths)
    {
        var pauses = new List<ClockPause>();
        var day = start;
        foreach (var (gap, length) in gaps.Zip(lengths))
        {
            var from = day.AddDays(1 + gap);
            day = from.AddDays(length);
            pauses.Add(new(from, day));
        }

        return pauses;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    private sealed record Limit(DateOnly Start, int Length, IReadOnlyList<ClockPause> Pauses);
}
