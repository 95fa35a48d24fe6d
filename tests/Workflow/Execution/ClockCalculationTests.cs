using Approvals.Kernel.Calendar;
using Approvals.Workflow.Execution.Clocks;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Workflow.Tests.Execution;

public sealed class ClockCalculationTests
{
    private static readonly ClockPause Correction = new(new(2026, 9, 22), new(2026, 10, 9));

    /// <summary>By the 2026 notice: accepted 09-17, paused 09-22 … 10-09, make-up days 09-20 and 10-10.</summary>
    [Theory]
    [InlineData(7, 3, "2026-10-14", "2026-10-10")]
    [InlineData(20, 3, "2026-11-02", "2026-10-28")]
    [InlineData(1, 0, "2026-09-18", null)]
    [InlineData(3, 3, "2026-09-21", "2026-09-17")]
    [InlineData(4, 3, "2026-10-10", "2026-09-18")]
    public void A_pause_and_make_up_days_give_the_golden_dates(
        int limit,
        int remindBefore,
        string due,
        string? reminder
    )
    {
        var dates = ClockCalculation.Dates(Holidays.Calendar2026, new(2026, 9, 17), limit, remindBefore, [Correction]);

        dates.DueDay.ToString("yyyy-MM-dd").ShouldBe(due);
        dates.ReminderDay?.ToString("yyyy-MM-dd").ShouldBe(reminder);
        dates.Due.ShouldBe(new DateTimeOffset(dates.DueDay.AddDays(1).ToDateTime(default), TimeSpan.FromHours(8)));
        dates.IsProvisional.ShouldBeFalse();
        dates.CalendarVersion.ShouldBe("2026");
    }

    [Fact]
    public void The_explanation_gives_every_day_its_verdict()
    {
        var days = ClockCalculation.Explain(Calendar, new(2026, 9, 17), 7, [Correction], new(2026, 9, 18));

        string.Join('\n', days.Select(day => $"{day.Day:MM-dd} {day.Verdict} {day.Number} {day.Name}".TrimEnd()))
            .ShouldBe(
                """
                09-17 StartDay 0
                09-18 Counted 1
                09-19 Weekend 0
                09-20 MakeUpCounted 2 国庆节
                09-21 Counted 3
                09-22 Paused 0
                09-23 Paused 0
                09-24 Paused 0
                09-25 Holiday 0 中秋节
                09-26 Holiday 0 中秋节
                09-27 Holiday 0 中秋节
                09-28 Paused 0
                09-29 Paused 0
                09-30 Paused 0
                10-01 Holiday 0 国庆节
                10-02 Holiday 0 国庆节
                10-03 Holiday 0 国庆节
                10-04 Holiday 0 国庆节
                10-05 Holiday 0 国庆节
                10-06 Holiday 0 国庆节
                10-07 Holiday 0 国庆节
                10-08 Paused 0
                10-09 Paused 0
                10-10 MakeUpCounted 4 国庆节
                10-11 Weekend 0
                10-12 Counted 5
                10-13 Counted 6
                10-14 Counted 7
                """
            );
    }

    [Fact]
    public void While_the_clock_stands_the_explanation_ends_today()
    {
        var start = new DateOnly(2026, 9, 17);
        var today = new DateOnly(2026, 9, 23);
        ClockPause[] pauses = [new(new(2026, 9, 22), null)];

        var days = ClockCalculation.Explain(Calendar, start, 7, pauses, today);

        days[^1].ShouldBe(new ClockDay(new(2026, 9, 23), ClockVerdict.Paused, 0, null));
        ClockCalculation.DaysLeft(Calendar, start, 7, pauses, today).ShouldBe(4);
    }

    [Fact]
    public void A_year_without_a_notice_makes_the_date_provisional() =>
        ClockCalculation
            .Dates(Holidays.Calendar2026, new(2026, 12, 25), 20, 0, [])
            .ShouldSatisfyAllConditions(
                dates => dates.IsProvisional.ShouldBeTrue(),
                dates => dates.DueDay.ShouldBe(new DateOnly(2027, 1, 25))
            );

    [Fact]
    public void A_pause_never_shortens_what_is_left() =>
        Prop.ForAll(
                Cases(),
                (Case x) =>
                {
                    var without = Due(x, x.Pauses.Take(x.Pauses.Length - 1));
                    var with = Due(x, x.Pauses);
                    with.ShouldBeGreaterThanOrEqualTo(without);

                    var day = x.Pauses.Length == 0 ? x.Start : x.Pauses[^1].From.AddDays(-1);
                    var before = ClockCalculation.DaysLeft(Calendar, x.Start, x.Limit, x.Pauses[..^Last(x)], day);
                    var after = ClockCalculation.DaysLeft(Calendar, x.Start, x.Limit, x.Pauses, day);
                    after.ShouldBe(before);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_counted_days_equal_the_limit_and_the_last_is_the_due_day() =>
        Prop.ForAll(
                Cases(),
                (Case x) =>
                {
                    var days = ClockCalculation.Explain(Calendar, x.Start, x.Limit, x.Pauses, x.Start);

                    days.Count(day => day.Number > 0).ShouldBe(x.Limit);
                    days[^1].Number.ShouldBe(x.Limit);
                    days[^1].Day.ShouldBe(Due(x, x.Pauses));
                    days[0].Verdict.ShouldBe(ClockVerdict.StartDay);
                    foreach (var day in days.Where(day => day.Number > 0))
                    {
                        Calendar.IsWorkingDay(day.Day).ShouldBeTrue();
                        x.Pauses.ShouldNotContain(pause => pause.From <= day.Day && day.Day <= pause.Through);
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Without_pauses_it_is_the_working_day_of_the_calendar() =>
        Prop.ForAll(
                Cases(),
                (Case x) =>
                {
                    Due(x, []).ShouldBe(Calendar.AddWorkingDays(x.Start, x.Limit));
                    Due(x, x.Pauses).ShouldBe(Due(x, x.Pauses), "computing twice changes nothing");
                }
            )
            .QuickCheckThrowOnFailure();

    private static WorkingCalendar Calendar => Holidays.Calendar2026;

    private static int Last(Case x) => Math.Min(1, x.Pauses.Length);

    private static DateOnly Due(Case x, IEnumerable<ClockPause> pauses) =>
        ClockCalculation.Dates(Calendar, x.Start, x.Limit, 0, [.. pauses]).DueDay;

    private static Arbitrary<Case> Cases() =>
        (
            from start in Gen.Choose(0, 364)
            from limit in Gen.Choose(1, 45)
            from lengths in Gen.ListOf(Gen.Choose(0, 25))
            from gaps in Gen.ListOf(Gen.Choose(1, 12), lengths.Count)
            select new Case(new DateOnly(2026, 1, 1).AddDays(start), limit, lengths, gaps)
        ).ToArbitrary();

    /// <summary>Pauses in order of time that don't touch, as the engine makes them.</summary>
    private sealed record Case(DateOnly Start, int Limit, ClockPause[] Pauses)
    {
        public Case(DateOnly start, int limit, IEnumerable<int> lengths, IEnumerable<int> gaps)
            : this(start, limit, [])
        {
            var day = start;
            Pauses =
            [
                .. lengths.Zip(
                    gaps,
                    (length, gap) =>
                    {
                        var from = day.AddDays(gap);
                        day = from.AddDays(length);
                        return new ClockPause(from, day);
                    }
                ),
            ];
        }
    }
}
