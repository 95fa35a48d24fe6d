using Approvals.Cases.Catalogue;

namespace Approvals.Cases.Tests.Catalogue;

public sealed class ItemSearchTests
{
    private static readonly ItemSearch Search = new(Repository.Catalogue);

    [Theory]
    [InlineData("公共场所卫生许可", "QY010")]
    [InlineData("卫生许可", "QY010")]
    [InlineData("理发店", "QY010")]
    [InlineData("开理发店", "QY010")]
    [InlineData("我想开一家浴室", "QY010")]
    [InlineData("浴场", "QY010")]
    [InlineData("qy010", "QY010")]
    [InlineData("ＱＹ０１０", "QY010")]
    [InlineData("营业执照", "QY001")]
    [InlineData("护士", "QY013")]
    [InlineData("护照", "QY020")]
    [InlineData("结婚", "QY052")]
    [InlineData("卫生健康委员会 护士", "QY013")]
    public void The_first_hit_is_what_people_mean(string query, string code) =>
        Search.Find(query)[0].Item.Code.ShouldBe(code);

    [Theory]
    [InlineData("火箭发射")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("护士 火箭")]
    public void What_is_not_there_is_not_found(string query) => Search.Find(query).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("  ，。 ")]
    [InlineData(null)]
    public void An_empty_query_lists_by_code(string? query)
    {
        var found = Search.Find(query, limit: 100);
        found.Count.ShouldBe(40);
        found[0].Item.Code.ShouldBe("QY001");
    }

    [Fact]
    public void Filters_narrow_by_unit_and_theme()
    {
        Search.Find(null, unit: "health").Count.ShouldBe(5);
        Search.Find("许可", unit: "health").ShouldAllBe(version => version.Item.Unit == "health");
        Search.Find(null, theme: "开办餐馆").ShouldContain(Repository.Hygiene);
        Search.Find(null, theme: "no such theme").ShouldBeEmpty();
    }

    [Fact]
    public void A_very_long_query_is_cut_and_answered() =>
        Search.Find(string.Concat(Enumerable.Repeat("许可", 100_000))).Count.ShouldBeLessThanOrEqualTo(50);
}
