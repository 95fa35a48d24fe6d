using Approvals.Kernel.Calendar;

namespace Approvals.Kernel.Tests.Calendar;

public sealed class HolidayFilesTests : IDisposable
{
    private static readonly WorkingCalendar Published = HolidayFiles.Load(RepositoryData.Path("holidays"));
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("holidays");

    [Theory]
    [InlineData("2026-09-20", DayKind.MakeUpWorkday, "国庆节")]
    [InlineData("2026-10-10", DayKind.MakeUpWorkday, "国庆节")]
    [InlineData("2026-09-25", DayKind.Holiday, "中秋节")]
    [InlineData("2026-10-07", DayKind.Holiday, "国庆节")]
    [InlineData("2026-10-08", DayKind.Workday, null)]
    [InlineData("2026-10-11", DayKind.Weekend, null)]
    [InlineData("2026-01-04", DayKind.MakeUpWorkday, "元旦")]
    [InlineData("2026-02-14", DayKind.MakeUpWorkday, "春节")]
    [InlineData("2018-12-29", DayKind.MakeUpWorkday, "元旦")]
    [InlineData("2018-12-31", DayKind.Holiday, "元旦")]
    [InlineData("2022-12-31", DayKind.Holiday, "元旦")]
    [InlineData("2007-12-31", DayKind.Holiday, "元旦")]
    public void A_day_is_what_the_notices_say(string date, DayKind kind, string? name)
    {
        var day = DateOnly.Parse(date);
        Published.KindOf(day).ShouldBe(kind);
        Published.NameOf(day).ShouldBe(name);
    }

    [Theory]
    [InlineData("2026-09-17", 5, "2026-09-23")] // over the make-up Sunday
    [InlineData("2026-09-30", 3, "2026-10-10")] // over National Day to the make-up Saturday
    [InlineData("2026-01-30", 20, "2026-03-05")] // Spring Festival with both make-up Saturdays
    [InlineData("2018-12-28", 3, "2019-01-03")] // a year end: make-up day in December by next year's notice
    [InlineData("2022-12-29", 2, "2023-01-03")]
    [InlineData("2026-10-09", 0, "2026-10-09")]
    public void Working_days_are_counted_from_the_next_day_on(string from, int count, string due)
    {
        var start = DateOnly.Parse(from);
        Published.AddWorkingDays(start, count).ShouldBe(DateOnly.Parse(due));
        Published.CountWorkingDays(start, DateOnly.Parse(due)).ShouldBe(count);
    }

    [Theory]
    [InlineData("2026-12-28", false)]
    [InlineData("2026-12-29", true)]
    [InlineData("2027-01-01", true)]
    [InlineData("2025-12-31", false)]
    public void Only_days_that_a_coming_notice_may_move_are_provisional(string date, bool provisional) =>
        Published.IsProvisional(DateOnly.Parse(date)).ShouldBe(provisional);

    [Theory]
    [InlineData("2027-01-01", "元旦")]
    [InlineData("2027-02-05", "除夕")]
    [InlineData("2027-02-08", "春节")]
    [InlineData("2027-04-05", "清明节")]
    [InlineData("2027-06-09", "端午节")]
    [InlineData("2027-09-15", "中秋节")]
    [InlineData("2027-10-01", "国庆节")]
    [InlineData("2028-05-28", "端午节")] // the leap fifth month of 2028 does not repeat it
    public void An_unpublished_year_has_the_holidays_of_the_law(string date, string name)
    {
        Published.KindOf(DateOnly.Parse(date)).ShouldBe(DayKind.Holiday);
        Published.NameOf(DateOnly.Parse(date)).ShouldBe(name);
    }

    [Fact]
    public void A_leap_month_repeats_no_holiday() => Published.NameOf(new(2028, 6, 27)).ShouldBeNull();

    [Theory]
    [InlineData(2015)]
    [InlineData(2020)]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(2025)]
    [InlineData(2026)]
    public void Every_statutory_holiday_is_off_in_the_published_notice(int year)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            if (StatutoryHolidays.NameOf(day) is { } name && IsHolidaySince2025(day, name))
            {
                Published.IsWorkingDay(day).ShouldBeFalse($"{day:O} {name}");
            }
        }
    }

    [Fact]
    public void Back_and_forth_by_working_days_meets_again()
    {
        for (var day = new DateOnly(2025, 1, 1); day.Year < 2027; day = day.AddDays(1))
        {
            if (Published.IsWorkingDay(day))
            {
                Published.AddWorkingDays(Published.SubtractWorkingDays(day, 13), 13).ShouldBe(day);
            }
        }
    }

    [Fact]
    public void The_version_names_the_last_year_and_changes_with_any_byte()
    {
        Write("2026", """{"year":2026,"days":[]}""");
        var before = HolidayFiles.Load(folder.FullName).Version;
        Write("2026", """{"year":2026,"days":[ ]}""");
        var after = HolidayFiles.Load(folder.FullName).Version;
        before.ShouldStartWith("cn-2026-");
        after.ShouldNotBe(before);
        HolidayFiles.Load(folder.FullName).Version.ShouldBe(after);
    }

    [Fact]
    public void The_later_notice_holds_for_a_day_that_two_speak_of()
    {
        Write("2026", """{"year":2026,"days":[{"name":"元旦","date":"2026-12-31","isOffDay":true}]}""");
        Write("2027", """{"year":2027,"days":[{"name":"元旦","date":"2026-12-31","isOffDay":false}]}""");
        HolidayFiles.Load(folder.FullName).IsWorkingDay(new(2026, 12, 31)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026", """{"year":2025,"days":[]}""")]
    [InlineData("2026", """{"year":2026,"days":[{"name":"x","date":"2026-02-30","isOffDay":true}]}""")]
    [InlineData("2026", """{"year":2026,"days":[{"name":"x","date":"2030-02-03","isOffDay":true}]}""")]
    [InlineData("2026", """{"year":2026,"days":[{"name":"x","date":"2026-02-03"}]}""")]
    [InlineData("2026", """{"year":2026}""")]
    [InlineData("2026", "not json")]
    [InlineData("next", "{}")]
    public void A_broken_file_is_named(string name, string content)
    {
        Write(name, content);
        Should.Throw<InvalidDataException>(() => HolidayFiles.Load(folder.FullName)).Message.ShouldContain(name);
    }

    [Fact]
    public void An_empty_folder_is_no_calendar() =>
        Should.Throw<InvalidDataException>(() => HolidayFiles.Load(folder.FullName));

    public void Dispose() => folder.Delete(recursive: true);

    private static bool IsHolidaySince2025(DateOnly day, string name) =>
        day.Year >= 2025 || (name != "除夕" && (day.Month, day.Day) != (5, 2));

    private void Write(string name, string content) =>
        File.WriteAllText(Path.Combine(folder.FullName, name + ".json"), content);
}
