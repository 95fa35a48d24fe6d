using Approvals.Cases.Catalogue;
using Approvals.Cases.Catalogue.Transfer;

namespace Approvals.Cases.Tests.Catalogue;

/// <summary>What leaves as a file comes back the same; a file with a fault comes back as sentences about its rows.</summary>
public sealed class ItemFileTests
{
    private static readonly IReadOnlyList<Item> All = [.. Repository.Catalogue.Select(version => version.Item)];

    [Fact]
    public void Every_item_survives_a_CSV_file()
    {
        var (items, faults) = ItemFile.FromCsv(ItemFile.ToCsv(All));
        faults.ShouldBeEmpty();
        // Columns carry no more than the item's own texts; what has none (a note of the validity) is compared as JSON below.
        items.Select(CatalogueCodec.WriteItem).ShouldBe(All.Select(Plain).Select(CatalogueCodec.WriteItem));
    }

    [Fact]
    public void Every_item_survives_a_JSON_file()
    {
        var (items, faults) = ItemFile.FromJson(ItemFile.ToJson(All));
        faults.ShouldBeEmpty();
        items.Select(CatalogueCodec.WriteItem).ShouldBe(All.Select(CatalogueCodec.WriteItem));
    }

    [Theory]
    [InlineData("", "item-file.empty")]
    [InlineData("编码,事项名称\r\n", "item-file.empty")]
    [InlineData("编码,材质\r\nA,b", "item-file.unknown-column")]
    [InlineData("事项名称\r\n甲", "item-file.no-code-column")]
    [InlineData("编码,事项名称\r\n,甲", "item-file.no-code")]
    [InlineData("编码\r\nA\r\nA", "item-file.double-code")]
    [InlineData("编码\r\nA,b", "item-file.too-many-cells")]
    [InlineData("编码,承诺时限\r\nA,七", "item-file.bad-cell")]
    [InlineData("编码,办件类型\r\nA,快办件", "item-file.bad-cell")]
    [InlineData("编码,申请材料\r\nA,申请书｜可能", "item-file.bad-cell")]
    public void A_bad_file_gives_its_fault_and_no_item(string csv, string code)
    {
        var (items, faults) = ItemFile.FromCsv(csv);
        items.ShouldBeEmpty();
        faults.Select(fault => fault.Code).ShouldContain(code);
    }

    [Fact]
    public void Every_bad_row_is_named_by_the_line_it_stands_on()
    {
        const string csv = "编码,关键词,承诺时限\r\nA,\"一\n二\",七\r\nB,三,5\r\nC,四,-1\r\n";
        var (items, faults) = ItemFile.FromCsv(csv);
        items.ShouldBeEmpty();
        faults.Select(fault => fault.Arguments!["row"]).ShouldBe(["2", "5"]);
    }

    [Theory]
    [InlineData("{", "item-file.not-json")]
    [InlineData("[]", "item-file.empty")]
    [InlineData("[{\"code\":\"A\"}]", "item-file.bad-item")]
    public void A_bad_JSON_file_too(string json, string code) =>
        ItemFile.FromJson(json).Faults.Single().Code.ShouldBe(code);

    [Fact]
    public void Cells_with_commas_quotes_and_breaks_come_back()
    {
        string[] cells = ["a,b", "say \"no\"", "one\ntwo", "", "｜"];
        CsvText.Read(CsvText.Write([cells])).Single().Cells.ShouldBe(cells);
    }

    private static Item Plain(Item item) =>
        item with
        {
            Listing = item.Listing ?? new ItemListing(),
            Result = item.Result with { ValidityVerified = null },
        };
}
