using Approvals.Cases.Catalogue;

namespace Approvals.Cases.Tests.Catalogue;

public sealed class CitedLawTests
{
    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(18, "十八")]
    [InlineData(20, "二十")]
    [InlineData(42, "四十二")]
    [InlineData(100, "一百")]
    [InlineData(104, "一百零四")]
    [InlineData(110, "一百一十")]
    [InlineData(118, "一百一十八")]
    [InlineData(1001, "一千零一")]
    [InlineData(1010, "一千零一十")]
    [InlineData(1260, "一千二百六十")]
    public void Numbers_are_written_as_laws_write_them(int number, string text) =>
        ChineseNumeral.Of(number).ShouldBe(text);

    [Fact]
    public void The_hygiene_licence_cites_three_laws_one_of_them_unverified()
    {
        var cited = CitedLaw.Of(Repository.Hygiene.Item.LegalBasis);
        cited
            .Select(law => law.Citation)
            .ShouldBe([
                "《公共场所卫生管理条例》第三、四、八条",
                "《公共场所卫生管理条例实施细则》第二十三、二十五条",
                "《行政许可法》第四十二条",
            ]);
        cited.Select(law => law.Verified).ShouldBe([true, false, true]);
    }
}
