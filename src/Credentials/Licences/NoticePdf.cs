using System.Globalization;
using System.Numerics;
using Approvals.Credentials.Pdf.Drawing;
using Approvals.Credentials.Pdf.Fonts;
using Approvals.Credentials.Pdf.Writing;
using Approvals.Kernel.Calendar;

namespace Approvals.Credentials.Licences;

/// <summary>
/// An official notice on as many A4 pages as it needs, margins, type size and signature block after GB/T 9704-2012: third-size
/// type, 22 lines a page, issuer and date at the lower right under the seal, never alone on a page. Pure and deterministic;
/// lengths are points.
/// </summary>
public static class NoticePdf
{
    /// <summary>The empty signature field over issuer and date, for the seal.</summary>
    public const string SealField = "seal";

    private const double PageWidth = 595.276;
    private const double PageHeight = 841.89;
    private const double Left = 79.37;
    private const double Right = PageWidth - 73.7;
    private const double Top = 104.88;
    private const double Bottom = PageHeight - 99.21;
    private const double Size = 15.75;
    private const double LineHeight = 28.98;

    /// <summary>Lines may close up this far, where that spares a second page.</summary>
    private const double ClosestLineHeight = 22.4;
    private const double HeadingHeight = 122;
    private const double SealSize = 119.06;
    private const int ClosingLines = 5;

    /// <summary>Lines taken along when the closing must go to a new page.</summary>
    private const int LinesTakenAlong = 2;

    /// <exception cref="DocumentLayoutException">A title or issuer too long for a line.</exception>
    /// <exception cref="MissingCharacterException">A character that no font has.</exception>
    public static byte[] Render(NoticeDocument notice, FontSet fonts)
    {
        var created = CivilTime.StartOf(notice.IssuedOn);
        var document = new PdfDocument(new(notice.Title, notice.Issuer, "zh-CN", created));
        new Setter(document, notice, fonts).Set();
        return document.ToArray();
    }

    /// <summary>One set line: its words, where it begins and whether it fills the measure.</summary>
    private sealed record Line(StructureElement Element, string Text, double X, bool Full);

    private sealed class Setter(PdfDocument document, NoticeDocument notice, FontSet fonts)
    {
        private readonly TextStyle body = new(fonts.Song, Size, Colour.Black);
        private readonly List<PdfCanvas> pages = [];
        private double lineHeight = LineHeight;
        private double y;

        private PdfCanvas Page => pages[^1];

        public void Set()
        {
            TurnPage();
            Heading();
            var lines = Lines();
            var onePage = (Bottom - Top - HeadingHeight) / (lines.Count + ClosingLines);
            lineHeight = onePage >= ClosestLineHeight ? Math.Min(onePage, LineHeight) : LineHeight;
            for (var i = 0; i < lines.Count; i++)
            {
                var left = lines.Count - i;
                if (!Fits(1) || (left <= LinesTakenAlong && !Fits(left + ClosingLines)))
                {
                    TurnPage();
                }

                Draw(lines[i]);
            }

            Closing();
            Folios();
        }

        private bool Fits(int lines) => y + (lines * lineHeight) <= Bottom + 1e-6;

        private void TurnPage()
        {
            pages.Add(document.AddPage(PageWidth, PageHeight));
            y = Top;
        }

        private void Heading()
        {
            var issuer = Fitted(fonts.SongBold, 18, notice.Issuer, 0.2);
            var title = Fitted(fonts.SongBold, 26, notice.Title, 0.15);
            Centred("P", notice.Issuer, issuer, Top + 10);
            Centred("H1", notice.Title, title, Top + 52);
            using (Page.Artifact())
            {
                // 文武线, the thick and the thin rule of Chinese printing.
                Page.Line(Left, Top + 74, Right, Top + 74, Colour.Seal, 2.4);
                Page.Line(Left, Top + 78, Right, Top + 78, Colour.Seal, 0.6);
            }

            using (Page.Tag(document.Structure.Add("P")))
            {
                Page.TextRight(Right, Top + 102, notice.Number, new(fonts.Song, 13, Colour.Black));
            }

            y = Top + HeadingHeight;
        }

        private static TextStyle Fitted(Typeface face, double largest, string text, double spread)
        {
            const double Smallest = 13;
            var size = Math.Min(largest, (Right - Left) / (face.WidthOf(text, 1) * (1 + spread)));
            return size >= Smallest
                ? new(face, size, Colour.Black, size * spread)
                : throw new DocumentLayoutException($"{text} is too long for a line of a heading.");
        }

        private void Centred(string type, string text, TextStyle style, double baseline)
        {
            using (Page.Tag(document.Structure.Add(type)))
            {
                Page.TextCentred((Left + Right) / 2, baseline, text, style);
            }
        }

        private List<Line> Lines()
        {
            var lines = new List<Line>();
            Add(document.Structure.Add("P"), notice.Addressee + "：", Left, 0);
            foreach (var block in notice.Blocks)
            {
                switch (block)
                {
                    case NoticeParagraph paragraph:
                        Add(document.Structure.Add("P"), paragraph.Text, Left, 2 * Size);
                        break;
                    case NoticeList list:
                        AddList(list);
                        break;
                    default:
                        throw new NotSupportedException($"No setting for {block.GetType().Name}.");
                }
            }

            return lines;

            void AddList(NoticeList list)
            {
                var element = document.Structure.Add("L");
                for (var i = 0; i < list.Items.Count; i++)
                {
                    var number = string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ");
                    Add(element.Add("LI").Add("LBody"), number + list.Items[i], Left, 2 * Size);
                }
            }

            void Add(StructureElement element, string text, double x, double indent)
            {
                var broken = ChineseLines.Break(text, fonts.Song, Size, Right - x, indent);
                for (var i = 0; i < broken.Count; i++)
                {
                    lines.Add(new(element, broken[i], x + (i == 0 ? indent : 0), i < broken.Count - 1));
                }
            }
        }

        private void Draw(Line line)
        {
            using (Page.Tag(line.Element))
            {
                if (line.Full)
                {
                    Page.TextJustified(line.X, Baseline(y), Right - line.X, line.Text, body);
                }
                else
                {
                    Page.Text(line.X, Baseline(y), line.Text, body);
                }
            }

            y += lineHeight;
        }

        private double Baseline(double top)
        {
            var font = fonts.Song.Main;
            return top + (lineHeight / 2) + ((font.Ascent + font.Descent) / 2.0 / font.UnitsPerEm * Size);
        }

        /// <summary>The date ends four characters from the edge, the issuer stands centred above it (GB/T 9704 §7.3.5).</summary>
        private void Closing()
        {
            if (!Fits(ClosingLines))
            {
                TurnPage();
            }

            const double CodeSide = 62;
            var date = LicenceDocument.Spell(notice.IssuedOn);
            var width = Math.Max(body.WidthOf(date), body.WidthOf(notice.Issuer));
            if (width > Right - Left - CodeSide - (4 * Size))
            {
                throw new DocumentLayoutException($"{notice.Issuer} is too long to sign with.");
            }

            var centre = Math.Min(Right - (4 * Size) - (body.WidthOf(date) / 2), Right - (width / 2));
            var top = y + (1.6 * lineHeight);
            Signed(notice.Issuer, top);
            Signed(date, top + lineHeight);
            var middle = top + lineHeight;
            document.AddSignatureField(
                SealField,
                new(pages.Count - 1, centre - (SealSize / 2), middle - (SealSize / 2), SealSize, SealSize),
                $"{notice.Issuer}电子印章"
            );
            if (notice.VerifyUrl is { } address)
            {
                Code(address, middle - (CodeSide / 2), CodeSide);
            }

            void Signed(string text, double lineTop)
            {
                using (Page.Tag(document.Structure.Add("P")))
                {
                    Page.TextCentred(centre, Baseline(lineTop), text, body);
                }
            }
        }

        private void Code(string address, double top, double side)
        {
            var code = QrCode.Of(address);
            var place =
                Matrix3x2.CreateScale((float)side / code.Size) * Matrix3x2.CreateTranslation((float)Left, (float)top);
            using (Page.Tag(document.Structure.Add("Figure", alternative: "二维码：" + address)))
            {
                Page.Fill(code.Outline().Transform(place), Colour.Black);
            }

            using (Page.Tag(document.Structure.Add("P")))
            {
                var style = new TextStyle(fonts.Hei, 6.8, Colour.SecondInk);
                Page.TextCentred(Left + (side / 2), top + side + 11, LicenceDocument.QrCaption, style);
            }
        }

        private void Folios()
        {
            if (pages.Count == 1)
            {
                return;
            }

            var style = new TextStyle(fonts.Song, 12, Colour.Black);
            for (var i = 0; i < pages.Count; i++)
            {
                using (pages[i].Artifact())
                {
                    var text = string.Create(CultureInfo.InvariantCulture, $"— {i + 1} —");
                    pages[i].TextCentred((Left + Right) / 2, Bottom + 34, text, style);
                }
            }
        }
    }
}
