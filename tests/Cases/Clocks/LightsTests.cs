using Approvals.Cases.Clocks;
using Approvals.Kernel.Calendar;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Cases.Tests.Clocks;

public sealed class LightsTests
{
    private static readonly DateOnly Due = new(2026, 10, 14);

    private static readonly RowClock Promised = new(
        "promised",
        CivilTime.EndOf(Due),
        CivilTime.EndOf(new(2026, 11, 2)),
        Lights.YellowFrom(Due, 7, Repository.Calendar),
        PausedSince: null,
        UsedDays: 0,
        LimitDays: 7
    );

    [Theory]
    [InlineData("2026-10-09T23:59", Light.Normal)]
    [InlineData("2026-10-10T00:00", Light.Soon)] // the make-up Saturday is the third working day before
    [InlineData("2026-10-12T09:40", Light.Soon)] // the design's "today": 临期
    [InlineData("2026-10-14T23:59", Light.Soon)]
    [InlineData("2026-10-15T00:00", Light.Late)]
    public void The_light_follows_the_instant(string local, Light expected) =>
        Lights.For(Promised, Local(local)).ShouldBe(expected);

    [Theory]
    [InlineData(7, "2026-10-10")] // three working days are earlier than 90 %
    [InlineData(50, "2026-10-08")] // 90 % of fifty leaves five working days
    public void Yellow_begins_by_share_or_by_days_whichever_comes_first(int limit, string day) =>
        Lights.YellowFrom(Due, limit, Repository.Calendar).ShouldBe(CivilTime.StartOf(DateOnly.Parse(day)));

    [Fact]
    public void Without_a_clock_there_is_no_light() => Lights.For(null, Local("2026-10-12T09:40")).ShouldBe(Light.None);

    [Fact]
    public void A_standing_clock_is_paused_unless_it_was_late_already()
    {
        var now = Local("2026-12-01T09:00");
        Lights.For(Promised with { PausedSince = Local("2026-09-22T09:15") }, now).ShouldBe(Light.Paused);
        Lights.For(Promised with { PausedSince = Local("2026-10-15T00:00") }, now).ShouldBe(Light.Late);
    }

    [Fact]
    public void A_stopped_clock_keeps_the_light_of_its_end()
    {
        var now = Local("2027-01-05T09:00");
        Lights.For(Promised with { StoppedAt = Local("2026-10-14T14:47") }, now).ShouldBe(Light.Soon);
        Lights.For(Promised with { StoppedAt = Local("2026-10-15T08:00") }, now).ShouldBe(Light.Late);
    }

    private static readonly Arbitrary<(int Limit, int StartOffset, int A, int B)> Cases = Arb.ToArbitrary(
        from limit in Gen.Choose(1, 90)
        from start in Gen.Choose(0, 600)
        from a in Gen.Choose(0, 200 * 24)
        from b in Gen.Choose(0, 200 * 24)
        select (limit, start, a, b)
    );

    [Fact]
    public void A_running_light_never_turns_back() =>
        Prop.ForAll(
                Cases,
                given =>
                {
                    var (clock, start) = Clock(given.Limit, given.StartOffset);
                    var (early, late) = (Math.Min(given.A, given.B), Math.Max(given.A, given.B));
                    return Lights.For(clock, start.AddHours(early)) <= Lights.For(clock, start.AddHours(late));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void The_light_is_late_exactly_from_the_end_of_the_due_day() =>
        Prop.ForAll(
                Cases,
                given =>
                {
                    var (clock, _) = Clock(given.Limit, given.StartOffset);
                    return Lights.For(clock, clock.Due!.Value) == Light.Late
                        && Lights.For(clock, clock.Due.Value.AddMilliseconds(-1)) == Light.Soon;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void At_yellow_no_more_than_the_configured_days_remain() =>
        Prop.ForAll(
                Cases,
                given =>
                {
                    var (clock, _) = Clock(given.Limit, given.StartOffset);
                    var yellow = CivilTime.DateOf(clock.YellowFrom!.Value);
                    var due = CivilTime.DateOf(clock.Due!.Value.AddDays(-1));
                    return Repository.Calendar.CountWorkingDays(yellow, due)
                        == LightRules.Default.YellowDaysBefore(given.Limit);
                }
            )
            .QuickCheckThrowOnFailure();

    private static (RowClock Clock, DateTimeOffset Start) Clock(int limit, int offset)
    {
        var start = new DateOnly(2024, 6, 3).AddDays(offset);
        var due = Repository.Calendar.AddWorkingDays(start, limit);
        return (
            new(
                "promised",
                CivilTime.EndOf(due),
                null,
                Lights.YellowFrom(due, limit, Repository.Calendar),
                null,
                0,
                limit
            ),
            CivilTime.StartOf(start)
        );
    }

    private static DateTimeOffset Local(string text) => new(DateTime.Parse(text), CivilTime.Offset);
}
