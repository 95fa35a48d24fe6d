using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Tests.Feel;

public sealed class FeelValueTests
{
    [Fact]
    public void Default_is_null() => default(FeelValue).ShouldBe(FeelValue.Null);

    [Fact]
    public void Numbers_are_one_value_however_they_were_made()
    {
        FeelValue.From(5).ShouldBe(FeelValue.From(5.00m));
        FeelValue.From(long.MinValue).AsNumber().ToString().ShouldBe("-9223372036854775808");
        FeelValue.From(long.MinValue).TryGetInt64(out var least).ShouldBeTrue();
        least.ShouldBe(long.MinValue);
        FeelValue.From(0.5m).TryGetInt64(out _).ShouldBeFalse();
        FeelValue.From("5").TryGetInt64(out _).ShouldBeFalse();
        FeelValue.From(decimal.MaxValue).AsNumber().TryGetDecimal(out var most).ShouldBeTrue();
        most.ShouldBe(decimal.MaxValue);
        FeelNumber.From(10).TryGetDecimal(out var ten).ShouldBeTrue();
        ten.ShouldBe(10m);
    }

    [Fact]
    public void Wrong_kind_is_a_bug_of_the_caller() =>
        Should.Throw<InvalidOperationException>(() => FeelValue.From("a").AsNumber());

    [Fact]
    public void Context_keeps_order_and_ignores_it_for_equality()
    {
        var context = FeelContext
            .Empty.With("b", FeelValue.From(1))
            .With("a", FeelValue.From(2))
            .With("b", FeelValue.From(3));
        FeelValue.From(context).ToString().ShouldBe("{b: 3, a: 2}");
        var other = FeelContext.Empty.With("a", FeelValue.From(2)).With("b", FeelValue.From(3));
        FeelValue.From(context).ShouldBe(FeelValue.From(other));
        FeelValue.From(context).GetHashCode().ShouldBe(FeelValue.From(other).GetHashCode());
        var wide = Enumerable
            .Range(0, 50)
            .Aggregate(new FeelContext.Builder(), (all, i) => all.Set($"k{i}", FeelValue.From(i)));
        wide.Build().TryGetValue("k49", out var last).ShouldBeTrue();
        last.ShouldBe(FeelValue.From(49));
    }

    [Theory]
    [InlineData("2026-03-02T10:00:00+08:00", "2026-03-02T02:00:00Z")]
    [InlineData("2026-03-02T10:00:00", "2026-03-02T02:00:00Z")]
    [InlineData("2026-07-02T10:00:00@Europe/Paris", "2026-07-02T08:00:00Z")]
    public void Moments_are_instants_for_dotnet(string text, string instant)
    {
        Temporal.TryParseDateTime(text, out var moment).ShouldBeTrue();
        moment.TryGetDateTimeOffset(TimeSpan.FromHours(8), out var actual).ShouldBeTrue();
        actual.ShouldBe(DateTimeOffset.Parse(instant));
        FeelValue.From(actual).AsDateTime().UtcNanos.ShouldBe(((Int128)actual.ToUnixTimeMilliseconds()) * 1_000_000);
    }

    [Fact]
    public void Dates_agree_with_dotnet_over_its_whole_range()
    {
        for (var day = DateOnly.MinValue; day < DateOnly.MaxValue.AddDays(-37); day = day.AddDays(37))
        {
            var date = FeelDate.From(day);
            (date.Year, date.Month, date.Day).ShouldBe((day.Year, day.Month, day.Day));
            date.DayOfYear.ShouldBe(day.DayOfYear);
            (date.Weekday % 7).ShouldBe((int)day.DayOfWeek);
            date.WeekOfYear.ShouldBe(System.Globalization.ISOWeek.GetWeekOfYear(day.ToDateTime(default)));
            FeelDate.TryCreate(day.Year, day.Month, day.Day, out var made).ShouldBeTrue();
            made.ShouldBe(date);
            date.TryGetDateOnly(out var back).ShouldBeTrue();
            back.ShouldBe(day);
        }
    }

    [Fact]
    public void Ends_of_the_calendar_are_its_years()
    {
        FeelDate.TryCreate(FeelDate.MaxYear, 12, 31, out var last).ShouldBeTrue();
        FeelDate.TryFromEpochDay(last.EpochDay, out var same).ShouldBeTrue();
        same.ShouldBe(last);
        FeelDate.TryFromEpochDay(last.EpochDay + 1, out _).ShouldBeFalse();
        FeelDate.TryCreate(-FeelDate.MaxYear, 1, 1, out var first).ShouldBeTrue();
        FeelDate.TryFromEpochDay(first.EpochDay, out same).ShouldBeTrue();
        same.ShouldBe(first);
        FeelDate.TryFromEpochDay(first.EpochDay - 1, out _).ShouldBeFalse();
    }

    [Fact]
    public void Durations_are_time_spans_for_dotnet()
    {
        FeelValue.From(TimeSpan.FromHours(36)).ToString().ShouldBe("@\"P1DT12H\"");
        Temporal.ParseDuration("PT1H0.5S").AsDaysTimeDuration().TryGetTimeSpan(out var span).ShouldBeTrue();
        span.ShouldBe(TimeSpan.FromSeconds(3600.5));
        Temporal.ParseDuration("P99999999999D").AsDaysTimeDuration().TryGetTimeSpan(out _).ShouldBeFalse();
    }
}
