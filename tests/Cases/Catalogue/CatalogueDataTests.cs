using System.Text;
using Approvals.Cases.Catalogue;

namespace Approvals.Cases.Tests.Catalogue;

public sealed class CatalogueDataTests
{
    [Fact]
    public void Forty_items_of_ten_units_pass_every_rule_of_publishing()
    {
        Repository.Catalogue.Count.ShouldBe(40);
        Repository.Catalogue.Select(version => version.Item.Unit).Distinct().Count().ShouldBe(10);
        foreach (var version in Repository.Catalogue)
        {
            Publishing
                .Check(version.Item)
                .Select(rejection =>
                    $"{version.Item.Code} {rejection.Code} {string.Join(' ', rejection.Arguments!.Values)}"
                )
                .ShouldBeEmpty();
        }
    }

    [Fact]
    public void Every_unit_and_window_of_an_item_exists()
    {
        foreach (var item in Repository.Catalogue.Select(version => version.Item))
        {
            var unit = Repository.City.Units.Single(unit => unit.Code == item.Unit);
            unit.Name.ShouldBe(item.Authority);
            item.ImplementationCode.ShouldStartWith(unit.CreditCode);
            unit.Windows.Select(window => (window.Number, window.Phone))
                .ShouldContain((item.Contact.Window, item.Contact.Phone));
        }
    }

    [Fact]
    public void The_hygiene_licence_is_complete()
    {
        var (version, item) = (Repository.Hygiene.Version, Repository.Hygiene.Item);
        version.ShouldBe(3);
        item.CaseType.ShouldBe(CaseType.Committed);
        (item.Limits.PromisedDays, item.Limits.LegalDays).ShouldBe((7, 20));
        item.Materials.Count.ShouldBe(6);
        item.Materials.Count(material => material.Required).ShouldBe(5);
        item.Result.ValidityYears.ShouldBe(4);
    }

    [Fact]
    public void Codes_are_single()
    {
        Repository.Catalogue.Select(version => version.Item.Code).ToList().ShouldBeUnique();
        Repository.Catalogue.Select(version => version.Item.ImplementationCode).ToList().ShouldBeUnique();
    }

    [Fact]
    public void A_published_item_is_read_back_to_the_same_bytes()
    {
        foreach (var version in Repository.Catalogue)
        {
            var bytes = CatalogueCodec.Write(new ItemPublished(version));
            CatalogueCodec.Write(CatalogueCodec.ReadPublished(1, bytes)).ShouldBe(bytes);
        }
    }

    [Fact]
    public void The_released_format_of_an_item_stays()
    {
        var fixture = File.ReadAllText(Repository.PathOf("tests/Cases/Fixtures/item.published.1.json")).TrimEnd('\n');
        var read = CatalogueCodec.ReadPublished(1, Encoding.UTF8.GetBytes(fixture));
        read.Published.Item.Code.ShouldBe("QY010");
        Encoding.UTF8.GetString(CatalogueCodec.Write(read)).ShouldBe(fixture);
    }

    [Theory]
    [InlineData(2, "{}")]
    [InlineData(1, "{}")]
    [InlineData(1, "null")]
    public void Anything_else_is_damage(int version, string json) =>
        Should.Throw<InvalidDataException>(() => CatalogueCodec.ReadPublished(version, Encoding.UTF8.GetBytes(json)));
}
