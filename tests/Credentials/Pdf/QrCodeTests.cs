using System.Xml.Linq;
using Approvals.Credentials.Pdf.Drawing;

namespace Approvals.Credentials.Tests.Pdf;

public sealed class QrCodeTests
{
    [Fact]
    public void Its_outline_fills_exactly_the_dark_modules()
    {
        var code = QrCode.Of("https://qingyuan.example/verify/1");
        var outline = code.Outline();

        for (var y = 0; y < code.Size; y++)
        {
            for (var x = 0; x < code.Size; x++)
            {
                (Winding(outline, x + 0.5f, y + 0.5f) != 0).ShouldBe(code.IsDark(x, y), $"module {x},{y}");
            }
        }
    }

    [Fact]
    public void Its_svg_has_a_name_and_a_quiet_zone()
    {
        var svg = XElement.Parse(QrCode.Of("a").ToSvg("查进度 <1>"));

        svg.Attribute("aria-label")!.Value.ShouldBe("查进度 <1>");
        svg.Attribute("viewBox")!.Value.ShouldBe("-4 -4 29 29");
    }

    /// <summary>How often the path runs around the point, counted along a ray to the right.</summary>
    private static int Winding(VectorPath path, float x, float y)
    {
        var (winding, at) = (0, 0);
        var (start, last) = (default(System.Numerics.Vector2), default(System.Numerics.Vector2));
        foreach (var step in path.Steps)
        {
            var point = step == PathStep.Close ? start : path.Points[at++];
            if (step == PathStep.Move)
            {
                start = point;
            }
            else if (last.X > x && last.Y < y != point.Y < y)
            {
                winding += last.Y < y ? 1 : -1;
            }

            last = point;
        }

        return winding;
    }
}
