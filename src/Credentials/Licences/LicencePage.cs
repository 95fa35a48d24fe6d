using System.Numerics;
using Approvals.Credentials.Pdf.Drawing;
using Approvals.Credentials.Pdf.Fonts;
using Approvals.Credentials.Pdf.Writing;

namespace Approvals.Credentials.Licences;

/// <summary>Draws one licence from top to bottom; the order of drawing is the order of reading. Lengths are CSS pixels
/// (1/96 inch), the unit of the page's design.</summary>
internal sealed class LicencePage(PdfCanvas canvas, PdfDocument document, LicenceDocument licence, FontSet fonts)
{
    private const double Point = 0.75;
    private const double PageWidth = 793.7;
    private const double PageHeight = 1122.52;
    private const double Left = 99;
    private const double Right = 695;
    private const double ValueLeft = 290;
    private const double LabelWidth = 171;
    private const double BodyTop = 278.4;
    private const double BodyEnd = 690;
    private const double SealSize = 196;

    /// <summary>When fields are many their rows close up first, down to this part of the air; then the type shrinks.</summary>
    private const double LeastAir = 0.3;
    private const double SmallestScale = 0.6;
    private const double Step = 0.05;

    /// <summary>A4 in points.</summary>
    public const double Width = PageWidth * Point;
    public const double Height = PageHeight * Point;

    private StructureElement Root => document.Structure;

    public void Draw()
    {
        Frame();
        Heading();
        Body();
        Code();
        Issuer();
        Foot();
    }

    private static double Middle(Typeface face, double top, double lineHeight, double size)
    {
        var font = face.Main;
        return top + (lineHeight / 2) + ((font.Ascent + font.Descent) / 2.0 / font.UnitsPerEm * size);
    }

    private void Frame()
    {
        using (canvas.Artifact())
        {
            Box(37.5, 3);
            Box(43.5, 1);
        }

        void Box(double inset, double width)
        {
            var (w, h) = (PageWidth - (2 * inset), PageHeight - (2 * inset));
            var path = VectorPath.Rectangle(Points(inset), Points(inset), Points(w), Points(h));
            canvas.Stroke(path, Colour.Ink, width * Point);
        }
    }

    private void Heading()
    {
        var number = Style(fonts.Song, 16, Colour.Ink);
        using (canvas.Tag(Root.Add("P")))
        {
            canvas.TextRight(Right * Point, Middle(fonts.Song, 95, 25.6, 16) * Point, licence.Number, number);
        }

        const double Largest = 47;
        const double Spread = 0.12;
        var natural = fonts.SongBold.WidthOf(licence.Title, 1) * (1 + Spread);
        var size = Math.Min(Largest, (Right - Left) / natural);
        if (size < 22)
        {
            throw new DocumentLayoutException("The licence's title is too long.");
        }

        var style = new TextStyle(fonts.SongBold, size * Point, Colour.Ink, size * Spread * Point);
        using (canvas.Tag(Root.Add("H1")))
        {
            var baseline = Middle(fonts.SongBold, 160.6, 65.8, size);
            canvas.TextCentred(PageWidth / 2 * Point, baseline * Point, licence.Title, style);
        }
    }

    private void Body()
    {
        for (var (scale, air) = (1.0, 1.0); scale >= SmallestScale - 1e-9; )
        {
            if (BodyHeight(scale, air) <= BodyEnd - BodyTop)
            {
                DrawBody(scale, air);
                return;
            }

            (scale, air) = air > LeastAir ? (scale, air - Step) : (scale - Step, air);
        }

        throw new DocumentLayoutException("The licence's fields do not fit on its page.");
    }

    private double BodyHeight(double scale, double air)
    {
        var rows = licence.PrintedFields.Sum(entry => (ValueLines(entry, scale).Count * 30.4) + (18 * air) + 1);
        return (rows + (34 * air) + (StatementLines(scale).Count * 34.2)) * scale;
    }

    private IReadOnlyList<string> ValueLines(LicenceField field, double scale) =>
        ChineseLines.Break(field.Value, fonts.SongBold, 19 * scale, Right - ValueLeft);

    private IReadOnlyList<string> StatementLines(double scale) =>
        ChineseLines.Break(licence.Statement, fonts.Song, 18 * scale, Right - Left, 36 * scale);

    private void DrawBody(double scale, double air)
    {
        var top = BodyTop;
        var list = Root.Add("L");
        foreach (var field in licence.PrintedFields)
        {
            var item = list.Add("LI");
            Label(item.Add("Lbl", actualText: field.Label), field.Label, top + (9 * air * scale), scale);
            var lines = ValueLines(field, scale);
            var style = Style(fonts.SongBold, 19 * scale, Colour.Ink);
            using (canvas.Tag(item.Add("LBody")))
            {
                for (var i = 0; i < lines.Count; i++)
                {
                    var lineTop = top + (((9 * air) + (i * 30.4)) * scale);
                    var baseline = Middle(fonts.SongBold, lineTop, 30.4 * scale, 19 * scale);
                    canvas.Text(ValueLeft * Point, baseline * Point, lines[i], style);
                }
            }

            top += ((lines.Count * 30.4) + (18 * air) + 0.5) * scale;
            Rule(ValueLeft, top, Colour.Rule);
            top += 0.5 * scale;
        }

        Statement(top + (34 * air * scale), scale);
    }

    private void Label(StructureElement element, string label, double top, double scale)
    {
        const double Smallest = 11;
        var size = Math.Min(19 * scale, LabelWidth / fonts.Song.WidthOf(label, 1));
        if (size < Smallest)
        {
            throw new DocumentLayoutException($"The label {label} is too long.");
        }

        using (canvas.Tag(element))
        {
            var baseline = Middle(fonts.Song, top, 30.4 * scale, size);
            var style = Style(fonts.Song, size, Colour.SecondInk);
            canvas.TextSpread(Left * Point, baseline * Point, LabelWidth * Point, label, style);
        }
    }

    private void Statement(double top, double scale)
    {
        var lines = StatementLines(scale);
        var style = Style(fonts.Song, 18 * scale, Colour.Ink);
        using (canvas.Tag(Root.Add("P")))
        {
            for (var i = 0; i < lines.Count; i++)
            {
                var baseline = Middle(fonts.Song, top + (i * 34.2 * scale), 34.2 * scale, 18 * scale);
                canvas.Text((Left + (i == 0 ? 36 * scale : 0)) * Point, baseline * Point, lines[i], style);
            }
        }
    }

    private void Code()
    {
        const double Side = 118;
        const double CodeLeft = 106;
        const double CodeTop = 746.7;
        var code = QrCode.Of(licence.VerifyUrl);
        var place =
            Matrix3x2.CreateScale(Points(Side) / code.Size)
            * Matrix3x2.CreateTranslation(Points(CodeLeft), Points(CodeTop));
        using (canvas.Tag(Root.Add("Figure", alternative: "二维码：" + licence.VerifyUrl)))
        {
            canvas.Fill(code.Outline().Transform(place), Colour.Ink);
        }

        var style = Style(fonts.Hei, 13, Colour.SecondInk);
        using (canvas.Tag(Root.Add("P")))
        {
            var baseline = Middle(fonts.Hei, 873.5, 22, 13);
            canvas.TextCentred((CodeLeft + (Side / 2)) * Point, baseline * Point, LicenceDocument.QrCaption, style);
        }
    }

    private void Issuer()
    {
        const double WidestIssuer = 380;
        var label = Style(fonts.Song, 17, Colour.SecondInk);
        var size = Math.Min(18, WidestIssuer / fonts.Song.WidthOf(licence.Issuer, 1));
        var issuer = Style(fonts.Song, size, Colour.Ink);
        var date = Style(fonts.Song, 18, Colour.Ink);
        var width = Math.Max(issuer.WidthOf(licence.Issuer), date.WidthOf(licence.IssuedOnText)) / Point;
        var centre = Right - 14 - (width / 2);
        Centred(LicenceDocument.IssuerLabel, label, 691.5, 17);
        Centred(licence.Issuer, issuer, 793.5, size);
        Centred(licence.IssuedOnText, date, 829.5, 18);
        var area = new PageArea(
            0,
            (centre - (SealSize / 2)) * Point,
            (823.5 - (SealSize / 2)) * Point,
            SealSize * Point,
            SealSize * Point
        );
        document.AddSignatureField(LicencePdf.SealField, area, $"{licence.Issuer}电子印章", FieldLock.All);

        void Centred(string text, TextStyle style, double top, double em)
        {
            using (canvas.Tag(Root.Add("P")))
            {
                canvas.TextCentred(centre * Point, Middle(fonts.Song, top, 36, em) * Point, text, style);
            }
        }
    }

    private void Foot()
    {
        const double Top = 939.5;
        if (licence.Signers.Count > 0)
        {
            Rule(Left, Top, Colour.Ink);
        }

        var column = (Right - Left) / LicencePdf.MostSigners;
        for (var i = 0; i < licence.Signers.Count; i++)
        {
            var signer = licence.Signers[i];
            var x = Left + (i * column);
            Cell(signer.Role, fonts.Hei, 12, Colour.FaintInk, x, Top + 10, 18);
            Cell(signer.Name, fonts.HeiBold, 14, Colour.Ink, x, Top + 28.5, 21);
            Cell(signer.Detail, fonts.Hei, 13, Colour.SecondInk, x, Top + 51.5, 21);
            if (signer.Field is { } field)
            {
                var area = new PageArea(0, x * Point, (Top + 2) * Point, (column - 8) * Point, 76 * Point);
                var locks = licence.Signers.Take(i + 1).Select(each => each.Field).OfType<string>();
                document.AddSignatureField(field, area, $"{signer.Role}{signer.Name}的签名", new([.. locks]));
            }
        }

        Rule(Left, 1021.1, Colour.Rule);
        const double Size = 12;
        var style = Style(fonts.Hei, Size, Colour.SecondInk) with { Spacing = 0.01 * Size * Point };
        var baseline = Middle(fonts.Hei, 1029.6, 20.4, Size) * Point;
        using (canvas.Tag(Root.Add("P")))
        {
            canvas.Text(Left * Point, baseline, LicenceDocument.IdentifierLabel, style);
            canvas.Text((Left + (Size * 5)) * Point, baseline, licence.Identifier, style);
        }

        void Cell(string text, Typeface face, double size, Colour colour, double x, double top, double height)
        {
            var fitted = text.Length == 0 ? size : Math.Min(size, (column - 8) / face.WidthOf(text, 1));
            using (canvas.Tag(Root.Add("P")))
            {
                var y = Middle(face, top, height, size) * Point;
                canvas.Text(x * Point, y, text, Style(face, fitted, colour));
            }
        }
    }

    private void Rule(double from, double y, Colour colour)
    {
        using (canvas.Artifact())
        {
            canvas.Line(from * Point, y * Point, Right * Point, y * Point, colour, 1 * Point);
        }
    }

    private static TextStyle Style(Typeface face, double size, Colour colour) => new(face, size * Point, colour);

    private static float Points(double pixels) => (float)(pixels * Point);
}
