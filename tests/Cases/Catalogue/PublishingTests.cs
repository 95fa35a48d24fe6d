using Approvals.Cases.Catalogue;
using Approvals.Cases.Catalogue.PublishRules;

namespace Approvals.Cases.Tests.Catalogue;

public sealed class PublishingTests
{
    private static readonly Item Good = Repository.Hygiene.Item;

    public static TheoryData<string, Item> Bad =>
        new()
        {
            { "item.no-legal-basis", Good with { LegalBasis = [] } },
            { "item.unnamed-law", Good with { LegalBasis = [Good.LegalBasis[0] with { Law = " " }] } },
            { "item.promise-beyond-law", Good with { Limits = Good.Limits with { PromisedDays = 21 } } },
            { "item.no-limit", Good with { Limits = Good.Limits with { PromisedDays = 0 } } },
            { "item.no-limit", Good with { Limits = Good.Limits with { LegalDays = 0, PromisedDays = 0 } } },
            { "item.immediate-promise", Good with { CaseType = CaseType.Immediate } },
            { "item.fee-without-basis", Good with { Fee = new(true) } },
            { "item.catch-all-material", With(new Material("其他需要的材料", true, "x", "原件")) },
            { "item.catch-all-condition", Good with { Conditions = ["法律、法规规定的其他条件"] } },
            { "item.double-material", With(Good.Materials[1]) },
            { "item.unnamed-material", With(new Material("", true, "x", "原件")) },
            { "item.material-without-basis", With(new Material("公证书", true, "", "原件")) },
            { "item.material-without-when", With(new Material("公证书", false, "x", "原件")) },
            { "item.material-without-sample", With(new Material("公证书", true, "x", "原件")) },
            { "item.visit-without-reason", Good with { Listing = new ItemListing { Visits = 1 } } },
            {
                "item.visits-against-depth",
                Good with
                {
                    Listing = new ItemListing { Visits = 2, Depth = OnlineDepth.WholeProcess },
                }
            },
            { "item.malformed-code", Good with { BasicCode = "12" } },
            { "item.malformed-code", Good with { ImplementationCode = new string('1', 31) } },
            { "item.malformed-code", Good with { BusinessItemCode = Good.ImplementationCode + "1" } },
        };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_item_is_not_published(string code, Item item)
    {
        var (published, rejections) = Publishing.Decide(null, item, new(2026, 8, 1));
        published.ShouldBeNull();
        rejections.Select(rejection => rejection.Code).ShouldContain(code);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var item = Good with { LegalBasis = [], Fee = new(true), Conditions = ["其他条件"] };
        Publishing.Check(item).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("其他需要提交的材料", "其他需要提交的材料")]
    [InlineData("法律、行政法规规定的其他文件", "其他文件")]
    [InlineData("审批机关认为需要的补充说明", "认为需要的补充说明")]
    [InlineData("根据实际情况提供的证明", "根据实际情况提供的证明")]
    [InlineData("视情况另行提交的资料", "视情况另行提交的资料")]
    [InlineData("身份证、户口簿等相关材料", "等相关材料")]
    [InlineData("包括但不限于检测报告", "包括但不限于检测报告")]
    [InlineData("其它", "其它")]
    public void A_catch_all_clause_is_shown(string text, string shown) =>
        CatchAllClause.ClauseIn(text)!.ShouldContain(shown);

    [Theory]
    [InlineData("法定代表人、董事、监事、高级管理人员任职文件")]
    [InlineData("住所（主要经营场所）使用文件")]
    [InlineData("集中空调通风系统卫生检测或评价报告")]
    [InlineData("使用集中空调时")]
    [InlineData("空气、水质、采光、噪声等达标")]
    [InlineData("高等学校毕业证")]
    public void An_ordinary_name_is_no_catch_all_clause(string text) => CatchAllClause.ClauseIn(text).ShouldBeNull();

    [Fact]
    public void Versions_count_up_and_never_begin_before_the_last()
    {
        var (first, _) = Publishing.Decide(null, Good, new(2026, 8, 1));
        first!.Published.Version.ShouldBe(1);
        var (second, _) = Publishing.Decide(first.Published, Good, new(2026, 9, 1));
        second!.Published.Version.ShouldBe(2);
        Publishing
            .Decide(second.Published, Good, new(2026, 9, 1))
            .Rejections.Single()
            .Code.ShouldBe("item.effective-too-early");
    }

    [Fact]
    public void A_withdrawn_item_keeps_its_guide_until_its_last_day()
    {
        var latest = new ItemVersion(2, new(2026, 8, 1), Good);
        var (withdrawn, _) = Publishing.Withdraw(latest, Good.Code, new(2026, 10, 31), new(2026, 10, 12));
        withdrawn.ShouldBe(new ItemWithdrawn(Good.Code, 2, new(2026, 10, 31)));
        Refused(null, new(2026, 10, 31)).ShouldBe("item.not-published");
        Refused(latest, new(2026, 10, 11)).ShouldBe("item.withdrawn-in-the-past");
        Refused(latest with { EffectiveFrom = new(2026, 12, 1) }, new(2026, 10, 31))
            .ShouldBe("item.withdrawn-before-start");
        Refused(latest with { EffectiveUntil = new(2026, 10, 20) }, new(2026, 10, 31))
            .ShouldBe("item.already-withdrawn");

        static string? Refused(ItemVersion? latest, DateOnly last) =>
            Publishing.Withdraw(latest, Good.Code, last, new(2026, 10, 12)).Rejection?.Code;
    }

    private static Item With(Material material) => Good with { Materials = [.. Good.Materials, material] };
}
