using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Approvals.Credentials.Seals;

namespace Approvals.Credentials.Tests.Seals;

public sealed class RoundSealTests
{
    [Fact]
    public void Its_svg_stands_by_itself_and_has_a_name()
    {
        var svg = XElement.Parse(
            new RoundSeal("清源市<卫>&委", "电子证照专用", "9901000026018", TestFonts.Set.SongBold).ToSvg()
        );

        svg.Attribute("role")!.Value.ShouldBe("img");
        svg.Attribute("aria-label")!.Value.ShouldBe("清源市<卫>&委电子印章（电子证照专用）");
        svg.Elements().Select(element => element.Name.LocalName).ShouldBe(["circle", "path"]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(6)]
    [InlineData(10)]
    [InlineData(18)]
    [InlineData(28)]
    [InlineData(40)]
    public void Names_of_any_length_stay_inside_the_ring_and_off_the_star(int length)
    {
        var name = string.Concat(Enumerable.Repeat("清源市卫生健康委员会", 4))[..length];
        var svg = new RoundSeal(name, "", "", TestFonts.Set.SongBold).ToSvg();
        var numbers = Regex
            .Matches(XElement.Parse(svg).Elements().Last().Attribute("d")!.Value, @"-?\d+(\.\d+)?")
            .Select(match => double.Parse(match.ValueSpan, CultureInfo.InvariantCulture))
            .Chunk(2)
            .Select(point => Math.Sqrt(Math.Pow(point[0] - 100, 2) + Math.Pow(point[1] - 100, 2)))
            .ToList();

        numbers.Max().ShouldBeLessThan(92.75);
        const int StarCorners = 10;
        numbers.Skip(StarCorners).Min().ShouldBeGreaterThan(34);
    }

    [Fact]
    public void A_name_too_long_for_any_seal_is_refused() =>
        Should.Throw<ArgumentException>(() => new RoundSeal(new string('清', 41), "", "", TestFonts.Set.SongBold));
}
