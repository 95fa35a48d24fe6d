namespace Approvals.Cases.Tests;

public sealed class NumbersTests
{
    [Fact]
    public void A_case_number_is_code_day_and_sequence()
    {
        var number = CaseNumber.Of("11990100MB0QY0181Y4990123010000", new(2026, 9, 16), 37);
        number.Full.ShouldBe("11990100MB0QY0181Y4990123010000202609160037");
        number.Query.ShouldBe("202609160037");
        CaseNumber.Grouped(number.Query).ShouldBe("2026 0916 0037");
    }

    [Fact]
    public void The_ten_thousandth_case_of_a_day_has_a_number_too()
    {
        var number = CaseNumber.Of("x", new(2026, 9, 16), 10_000);
        CaseNumber.Grouped(number.Query).ShouldBe("2026 0916 10000");
        CaseNumber.TryParseQuery(CaseNumber.Grouped(number.Query), out var query).ShouldBeTrue();
        query.ShouldBe(number.Query);
    }

    [Theory]
    [InlineData("2026 0916 0037", true)]
    [InlineData("202609160037", true)]
    [InlineData("2026-0916-0037", true)]
    [InlineData("2026 1316 0037", false)]
    [InlineData("2026 0916 0000", false)]
    [InlineData("2026 0916 37", false)]
    [InlineData("2026 0916 00a7", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_typed_query_number_is_read(string? text, bool right) =>
        CaseNumber.TryParseQuery(text, out _).ShouldBe(right);

    [Theory]
    [InlineData("陈丽娟", "陈*娟")]
    [InlineData("张三", "张*")]
    [InlineData("欧阳静娜", "欧**娜")]
    [InlineData(" 李 ", "*")]
    public void A_citizens_name_is_masked_in_events(string name, string shown) =>
        Applicant.Citizen("p:1", name, CaseScenario.Document(1)).DisplayName.ShouldBe(shown);
}
