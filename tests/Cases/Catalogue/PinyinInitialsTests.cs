using Approvals.Cases.Catalogue;

namespace Approvals.Cases.Tests.Catalogue;

/// <summary>Initials as a phone's keyboard has them.</summary>
public sealed class PinyinInitialsTests
{
    [Theory]
    [InlineData("公司设立登记", "gssldj")]
    [InlineData("公共场所卫生许可", "ggcswsxk")]
    [InlineData("不动产转移登记", "bdczydj")]
    [InlineData("阿芭擦搭蛾发噶哈击喀", "abcdefghjk")]
    [InlineData("垃妈拿哦啪期然撒塌挖昔压匝", "lmnopqrstwxyz")]
    [InlineData("座", "z")]
    [InlineData("A4 纸", "a4z")]
    public void The_usual_reading_comes_first(string text, string initials) =>
        PinyinInitials.SpellingsOf(text)[0].ShouldBe(initials);

    [Fact]
    public void A_character_with_two_readings_gives_two_spellings()
    {
        PinyinInitials.SpellingsOf("校长").ShouldBe(["xc", "jc", "xz", "jz"]);
        PinyinInitials.SpellingsOf("重行调会长单").Count.ShouldBe(PinyinInitials.MostSpellings);
    }

    [Theory]
    [InlineData('，')]
    [InlineData('あ')]
    [InlineData('\uD83D')]
    [InlineData('é')]
    public void What_is_no_Chinese_character_has_none(char character) => PinyinInitials.Of(character).ShouldBe("");

    [Fact]
    public void Every_character_of_the_catalogue_has_an_initial()
    {
        var characters = Repository
            .Catalogue.SelectMany(version => version.Item.Keywords.Append(version.Item.Name))
            .SelectMany(text => text)
            .Where(character => character is >= '\u4E00' and <= '\u9FFF')
            .Distinct();
        characters.Where(character => PinyinInitials.Of(character).Length == 0).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ggcswsxk")]
    [InlineData("wsxk")]
    [InlineData("GGCS")]
    public void The_search_knows_initials(string words) =>
        new ItemSearch(Repository.Catalogue).Find(words)[0].Item.Code.ShouldBe("QY010");

    [Fact]
    public void Letters_that_fit_nothing_find_nothing() =>
        new ItemSearch(Repository.Catalogue).Find("qqqzzz").ShouldBeEmpty();
}
