using Approvals.Credentials.Pdf.Drawing;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Pdf.Writing;

/// <summary>
/// A document in the making: PDF 1.7 in the shape of PDF/A-3b with tags (ISO 19005-3). Equal content gives equal bytes; the only
/// date is the one in the information given. One instance belongs to one thread.
/// </summary>
public sealed class PdfDocument
{
    private readonly PdfObjectTable objects = new();
    private readonly PdfResources resources = new();
    private readonly List<PdfCanvas> pages = [];
    private readonly List<(string Name, PdfReference File)> attachments = [];
    private readonly List<EmptyField> fields = [];
    private readonly PdfReference pageTree;
    private readonly DocumentInformation information;

    public PdfDocument(DocumentInformation information)
    {
        this.information = information;
        pageTree = objects.Reserve();
    }

    /// <summary>The root of the logical structure, a Document element.</summary>
    public StructureElement Structure { get; } = new("Document", parent: null);

    public int PageCount => pages.Count;

    /// <param name="width">Points; A4 is 595.276 by 841.89.</param>
    /// <param name="height">Points.</param>
    public PdfCanvas AddPage(double width, double height)
    {
        var canvas = new PdfCanvas(width, height, resources, new PageTags(objects.Reserve()));
        pages.Add(canvas);
        return canvas;
    }

    /// <summary>Attaches a file that is the data of this document (AFRelationship Data, ISO 32000-2 §14.13).</summary>
    public void Attach(string name, string mediaType, string description, ReadOnlySpan<byte> content)
    {
        var stream = StreamFilters.Compressed(
            new()
            {
                ["Type"] = new PdfName("EmbeddedFile"),
                ["Subtype"] = new PdfName(mediaType),
                ["Params"] = new PdfDictionary
                {
                    ["Size"] = new PdfInteger(content.Length),
                    ["ModDate"] = DocumentInformation.PdfDate(information.Created),
                },
            },
            content
        );
        var embedded = objects.Add(stream);
        var file = new PdfDictionary
        {
            ["Type"] = new PdfName("Filespec"),
            ["F"] = PdfString.OfText(name),
            ["UF"] = PdfString.OfText(name),
            ["Desc"] = PdfString.OfText(description),
            ["AFRelationship"] = new PdfName("Data"),
            ["EF"] = new PdfDictionary { ["F"] = embedded, ["UF"] = embedded },
        };
        attachments.Add((name, objects.Add(file)));
    }

    /// <summary>
    /// An empty signature field, to be filled by an update. Fields made now belong to the first revision, so that signing fills the
    /// expected places instead of adding some.
    /// </summary>
    /// <param name="description">What the field is for, read out and shown as a hint.</param>
    /// <param name="locks">What this field's signature locks for those that follow.</param>
    public void AddSignatureField(string name, PageArea area, string description, FieldLock? locks = null) =>
        fields.Add(new(name, area, description, Structure.Add("Form", alternative: description), locks));

    public byte[] ToArray()
    {
        var annotations = WriteFields();
        WritePages(annotations);
        var catalog = new PdfDictionary
        {
            ["Type"] = new PdfName("Catalog"),
            ["Pages"] = pageTree,
            ["Lang"] = PdfString.OfText(information.Language),
            ["MarkInfo"] = new PdfDictionary { ["Marked"] = new PdfBoolean(true) },
            ["StructTreeRoot"] = WriteStructure(),
            ["ViewerPreferences"] = new PdfDictionary { ["DisplayDocTitle"] = new PdfBoolean(true) },
            ["Metadata"] = objects.Add(
                new PdfStream(
                    new() { ["Type"] = new PdfName("Metadata"), ["Subtype"] = new PdfName("XML") },
                    information.ToXmp()
                )
            ),
            ["OutputIntents"] = new PdfArray(WriteOutputIntent()),
        };
        if (attachments.Count > 0)
        {
            var names = new PdfArray();
            foreach (var (name, file) in attachments.OrderBy(entry => entry.Name, StringComparer.Ordinal))
            {
                names.Items.Add(PdfString.OfText(name));
                names.Items.Add(file);
            }

            catalog["AF"] = new PdfArray([.. attachments.Select(entry => entry.File)]);
            catalog["Names"] = new PdfDictionary { ["EmbeddedFiles"] = new PdfDictionary { ["Names"] = names } };
        }

        if (fields.Count > 0)
        {
            var form = new PdfDictionary
            {
                ["Fields"] = new PdfArray([.. annotations.Select(annotation => annotation.Field)]),
            };
            catalog["AcroForm"] = objects.Add(form);
        }

        return objects.Write(objects.Add(catalog), objects.Add(information.ToDictionary()));
    }

    private List<(int Page, PdfReference Field)> WriteFields()
    {
        var written = new List<(int, PdfReference)>();
        foreach (var (name, area, description, element, locks) in fields)
        {
            var page = pages[area.Page];
            var field = objects.Reserve();
            var blank = SignatureField.BlankAppearance(area.Width, area.Height);
            var widget = SignatureField.Widget(name, area, page.Height, page.Tags!.Page, description);
            widget["AP"] = new PdfDictionary { ["N"] = objects.Add(blank) };
            widget["StructParent"] = new PdfInteger(pages.Count + written.Count);
            if (locks is not null)
            {
                widget["Lock"] = objects.Add(locks.ToDictionary());
            }

            objects.Set(field, widget);
            element.AddAnnotation(page.Tags.Page, field);
            written.Add((area.Page, field));
        }

        return written;
    }

    private void WritePages(List<(int Page, PdfReference Field)> annotations)
    {
        var shared = objects.Add(resources.Write(objects));
        var kids = new PdfArray();
        for (var i = 0; i < pages.Count; i++)
        {
            var canvas = pages[i];
            var page = new PdfDictionary
            {
                ["Type"] = new PdfName("Page"),
                ["Parent"] = pageTree,
                ["MediaBox"] = PdfArray.OfNumbers(0, 0, canvas.Width, canvas.Height),
                ["Resources"] = shared,
                ["Contents"] = objects.Add(StreamFilters.Compressed(new(), canvas.Content)),
                ["StructParents"] = new PdfInteger(i),
                ["Tabs"] = new PdfName("S"),
            };
            var here = annotations.Where(annotation => annotation.Page == i).Select(annotation => annotation.Field);
            if (here.Any())
            {
                page["Annots"] = new PdfArray([.. here]);
            }

            objects.Set(canvas.Tags!.Page, page);
            kids.Items.Add(canvas.Tags.Page);
        }

        objects.Set(
            pageTree,
            new PdfDictionary
            {
                ["Type"] = new PdfName("Pages"),
                ["Kids"] = kids,
                ["Count"] = new PdfInteger(pages.Count),
            }
        );
    }

    private PdfReference WriteStructure()
    {
        var parents = new PdfArray();
        var root = objects.Reserve();
        var references = new Dictionary<StructureElement, PdfReference>();
        Structure.Reserve(objects, references);
        Structure.Write(objects, references, root);
        for (var i = 0; i < pages.Count; i++)
        {
            parents.Items.Add(new PdfInteger(i));
            parents.Items.Add(new PdfArray([.. pages[i].Tags!.Elements.Select(element => references[element])]));
        }

        for (var i = 0; i < fields.Count; i++)
        {
            parents.Items.Add(new PdfInteger(pages.Count + i));
            parents.Items.Add(references[fields[i].Element]);
        }

        objects.Set(
            root,
            new PdfDictionary
            {
                ["Type"] = new PdfName("StructTreeRoot"),
                ["K"] = references[Structure],
                ["ParentTree"] = objects.Add(new PdfDictionary { ["Nums"] = parents }),
                ["ParentTreeNextKey"] = new PdfInteger(pages.Count + fields.Count),
            }
        );
        return root;
    }

    private PdfDictionary WriteOutputIntent() =>
        new()
        {
            ["Type"] = new PdfName("OutputIntent"),
            ["S"] = new PdfName("GTS_PDFA1"),
            ["OutputConditionIdentifier"] = PdfString.OfText("sRGB IEC61966-2.1"),
            ["Info"] = PdfString.OfText("sRGB IEC61966-2.1"),
            ["DestOutputProfile"] = objects.Add(
                StreamFilters.Compressed(new() { ["N"] = new PdfInteger(3) }, SrgbProfile.Bytes)
            ),
        };

    private sealed record EmptyField(
        string Name,
        PageArea Area,
        string Description,
        StructureElement Element,
        FieldLock? Locks
    );
}
