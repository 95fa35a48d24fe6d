using System.Globalization;
using System.Text;
using QRCoder;

namespace Approvals.Server.Pages.Me.Slip;

/// <summary>A text as a QR code (ISO/IEC 18004, level M) in one SVG path, with its quiet zone of four modules.</summary>
public static class QrDrawing
{
    /// <param name="label">What a reader hears in place of the picture.</param>
    public static string Svg(string text, string label)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var from = x;
                while (x < rows[y].Count && rows[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
                }
            }
        }

        var size = rows.Count;
        var heard = System.Net.WebUtility.HtmlEncode(label);
        return $"<svg class=\"qr\" role=\"img\" aria-label=\"{heard}\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\"><rect width=\"{size}\" height=\"{size}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>";
    }
}
