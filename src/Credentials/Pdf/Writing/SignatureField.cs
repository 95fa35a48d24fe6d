using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Pdf.Writing;

/// <summary>A signature field merged with its one widget (ISO 32000-1 §12.7.4.5).</summary>
internal static class SignatureField
{
    private const int PrintAndLocked = 4 + 128;

    public static PdfDictionary Widget(
        string name,
        PageArea area,
        double pageHeight,
        PdfReference page,
        string description
    ) =>
        new()
        {
            ["Type"] = new PdfName("Annot"),
            ["Subtype"] = new PdfName("Widget"),
            ["FT"] = new PdfName("Sig"),
            ["T"] = PdfString.OfText(name),
            ["TU"] = PdfString.OfText(description),
            ["Rect"] = area.ToRectangle(pageHeight),
            ["F"] = new PdfInteger(PrintAndLocked),
            ["P"] = page,
        };

    public static PdfStream BlankAppearance(double width, double height) =>
        new(FormDictionary(width, height, new()), ReadOnlyMemory<byte>.Empty);

    public static PdfDictionary FormDictionary(double width, double height, PdfDictionary resources) =>
        new()
        {
            ["Type"] = new PdfName("XObject"),
            ["Subtype"] = new PdfName("Form"),
            ["BBox"] = PdfArray.OfNumbers(0, 0, width, height),
            ["Resources"] = resources,
        };
}
