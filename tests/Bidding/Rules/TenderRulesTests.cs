using System.Globalization;
using Approvals.Bidding.Rules;
using Approvals.Bidding.Tests.Simulation;
using Approvals.Kernel.Calendar;

namespace Approvals.Bidding.Tests.Rules;

/// <summary>Each rule once, most of them over the holidays of autumn or spring 2026.</summary>
public sealed class TenderRulesTests
{
    private static readonly TenderRules Rules = Read();
    private static readonly WorkingCalendar Calendar = HolidayFiles.Load(
        Path.Combine(TestFormula.Root, "data/holidays")
    );

    [Theory]
    [InlineData("documents-on-sale", "2026-09-28", "2026-10-08")]
    [InlineData("documents-provided", "2026-09-28", "2026-10-10")]
    [InlineData("bidding-period", "2026-09-18", "2026-10-08")]
    [InlineData("bidding-period-purchasing", "2026-09-11", "2026-10-08")]
    [InlineData("clarification", "2026-10-12", "2026-09-27")]
    [InlineData("objection-to-documents", "2026-10-12", "2026-10-02")]
    [InlineData("answer-to-documents", "2026-09-30", "2026-10-08")]
    [InlineData("refund-withdrawn", "2026-10-01", "2026-10-08")]
    [InlineData("refund-contract", "2026-02-12", "2026-02-24")]
    [InlineData("refund-purchasing", "2026-02-12", "2026-02-26")]
    [InlineData("publicity-begins", "2026-10-09", "2026-10-12")]
    [InlineData("publicity-lasts", "2026-09-28", "2026-10-08")]
    [InlineData("answer-to-result", "2026-10-15", "2026-10-19")]
    [InlineData("contract", "2026-09-02", "2026-10-08")]
    [InlineData("report", "2026-09-18", "2026-10-08")]
    [InlineData("complaint", "2026-09-22", "2026-10-08")]
    [InlineData("complaint-accepted", "2026-09-30", "2026-10-10")]
    [InlineData("complaint-decided", "2026-09-07", "2026-10-23")]
    [InlineData("query", "2026-09-25", "2026-10-12")]
    [InlineData("query-answered", "2026-09-18", "2026-09-29")]
    [InlineData("purchasing-complaint", "2026-09-18", "2026-10-15")]
    [InlineData("purchasing-complaint-decided", "2026-09-18", "2026-11-05")]
    [InlineData("archive", "2011-10-03", "2026-10-08")]
    public void A_day_follows_from_its_rule_and_the_calendar(string rule, string anchor, string expected)
    {
        var date = Rules.DateOf(rule, Day(anchor), Calendar);

        date.Day.ShouldBe(Day(expected));
        date.Rule.Article.ShouldNotBeEmpty();
        date.IsProvisional.ShouldBeFalse();
    }

    [Theory]
    [InlineData("deposit-share", RuleKind.Most, 2)]
    [InlineData("fewest-bidders", RuleKind.Least, 3)]
    [InlineData("committee-size", RuleKind.Least, 5)]
    [InlineData("committee-experts", RuleKind.Least, 67)]
    [InlineData("more-time", RuleKind.Least, 34)]
    [InlineData("candidates", RuleKind.Most, 3)]
    [InlineData("performance-bond", RuleKind.Most, 10)]
    [InlineData("price-weight-goods", RuleKind.Least, 30)]
    [InlineData("price-weight-services", RuleKind.Least, 10)]
    public void A_number_stands_in_its_row(string rule, RuleKind kind, int amount)
    {
        Rules[rule].Kind.ShouldBe(kind);
        Rules[rule].Amount.ShouldBe(amount);
        Rules[rule].Article.ShouldNotBeEmpty();
        Should.Throw<ArgumentException>(() => Rules.DateOf(rule, Day("2026-09-01"), Calendar));
    }

    [Fact]
    public void Every_row_has_a_test_an_article_and_says_where_it_is_from()
    {
        Rules.All.Count.ShouldBe(32);
        Rules.All.Select(rule => rule.Id).ShouldBeUnique();
        Rules.All.ShouldAllBe(rule => rule.Article.Contains('第') && rule.Text.Length > 5);
        Rules.All.Where(rule => rule.Source != "verified").ShouldAllBe(rule => rule.Source == "memory");
    }

    [Fact]
    public void A_day_in_a_year_without_holidays_is_provisional() =>
        Rules.DateOf("contract", Day("2026-12-20"), Calendar).IsProvisional.ShouldBeTrue();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static TenderRules Read()
    {
        using var file = File.OpenRead(Path.Combine(TestFormula.Root, "data/tenders/rules.json"));
        return TenderRules.Read(file);
    }
}
