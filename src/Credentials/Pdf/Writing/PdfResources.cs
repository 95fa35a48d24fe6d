using System.Globalization;
using Approvals.Credentials.Pdf.Fonts;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Pdf.Writing;

/// <summary>Fonts and graphics states that content names, collected while drawing, written once.</summary>
internal sealed class PdfResources
{
    private readonly OrderedDictionary<TrueTypeFont, GlyphSubset> subsets = new(ReferenceEqualityComparer.Instance);
    private readonly OrderedDictionary<double, string> multiplyStates = [];

    public GlyphSubset SubsetOf(TrueTypeFont font)
    {
        if (!subsets.TryGetValue(font, out var subset))
        {
            subsets[font] = subset = new(font);
        }

        return subset;
    }

    public string NameOf(TrueTypeFont font) => "F" + (subsets.IndexOf(font) + 1).ToString(CultureInfo.InvariantCulture);

    public string MultiplyState(double opacity)
    {
        if (!multiplyStates.TryGetValue(opacity, out var name))
        {
            multiplyStates[opacity] = name = "M" + multiplyStates.Count.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }

    public PdfDictionary Write(IPdfObjects objects)
    {
        var resources = new PdfDictionary();
        if (subsets.Count > 0)
        {
            var fonts = new PdfDictionary();
            foreach (var (font, subset) in subsets)
            {
                fonts[NameOf(font)] = EmbeddedFont.Write(subset, objects);
            }

            resources["Font"] = fonts;
        }

        if (multiplyStates.Count > 0)
        {
            var states = new PdfDictionary();
            foreach (var (opacity, name) in multiplyStates)
            {
                states[name] = new PdfDictionary
                {
                    ["Type"] = new PdfName("ExtGState"),
                    ["BM"] = new PdfName("Multiply"),
                    ["ca"] = new PdfReal(opacity),
                    ["CA"] = new PdfReal(opacity),
                };
            }

            resources["ExtGState"] = states;
        }

        return resources;
    }
}
