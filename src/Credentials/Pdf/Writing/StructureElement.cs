using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Pdf.Writing;

/// <summary>
/// A node of the logical structure (ISO 32000-1 §14.7): what the drawn things are and in which order they are read. Types are the
/// standard ones: Document, H1, P, L, LI, Lbl, LBody, Figure, Form.
/// </summary>
public sealed class StructureElement
{
    private readonly List<object> kids = [];

    internal StructureElement(string type, StructureElement? parent)
    {
        Type = type;
        Parent = parent;
    }

    public string Type { get; }

    /// <summary>What a picture shows, for those who don't see it.</summary>
    public string? Alternative { get; init; }

    /// <summary>The text as it is to be read, where its drawing is spread out.</summary>
    public string? ActualText { get; init; }

    internal StructureElement? Parent { get; }

    public StructureElement Add(string type, string? alternative = null, string? actualText = null)
    {
        var kid = new StructureElement(type, this) { Alternative = alternative, ActualText = actualText };
        kids.Add(kid);
        return kid;
    }

    internal void AddContent(PageTags page, int mark) => kids.Add((page.Page, mark));

    internal void AddAnnotation(PdfReference page, PdfReference annotation) => kids.Add((page, annotation));

    internal void Reserve(IPdfObjects objects, Dictionary<StructureElement, PdfReference> references)
    {
        references[this] = objects.Reserve();
        foreach (var kid in kids.OfType<StructureElement>())
        {
            kid.Reserve(objects, references);
        }
    }

    internal void Write(IPdfObjects objects, Dictionary<StructureElement, PdfReference> references, PdfReference root)
    {
        var dictionary = new PdfDictionary
        {
            ["Type"] = new PdfName("StructElem"),
            ["S"] = new PdfName(Type),
            ["P"] = Parent is null ? root : references[Parent],
        };
        if (Alternative is not null)
        {
            dictionary["Alt"] = PdfString.OfText(Alternative);
        }

        if (ActualText is not null)
        {
            dictionary["ActualText"] = PdfString.OfText(ActualText);
        }

        var items = new PdfArray();
        foreach (var kid in kids)
        {
            switch (kid)
            {
                case StructureElement element:
                    element.Write(objects, references, root);
                    items.Items.Add(references[element]);
                    break;
                case (PdfReference page, int mark):
                    items.Items.Add(
                        new PdfDictionary
                        {
                            ["Type"] = new PdfName("MCR"),
                            ["Pg"] = page,
                            ["MCID"] = new PdfInteger(mark),
                        }
                    );
                    break;
                case (PdfReference page, PdfReference annotation):
                    items.Items.Add(
                        new PdfDictionary
                        {
                            ["Type"] = new PdfName("OBJR"),
                            ["Pg"] = page,
                            ["Obj"] = annotation,
                        }
                    );
                    break;
                default:
                    throw new InvalidOperationException("An unknown kind of content.");
            }
        }

        dictionary["K"] = items;
        objects.Set(references[this], dictionary);
    }
}

/// <summary>The marked contents of one page, by MCID.</summary>
internal sealed class PageTags(PdfReference page)
{
    private readonly List<StructureElement> elements = [];

    public PdfReference Page { get; } = page;
    public IReadOnlyList<StructureElement> Elements => elements;

    public int Add(StructureElement element)
    {
        element.AddContent(this, elements.Count);
        elements.Add(element);
        return elements.Count - 1;
    }
}
