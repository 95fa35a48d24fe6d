using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Pdf.Writing;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>What an attacker may want to change in a document that is signed.</summary>
public static class DocumentChanges
{
    private static readonly byte[] Square = "0 0 100 100 re f"u8.ToArray();

    public static IReadOnlyDictionary<string, Action<PdfFile, IncrementalUpdate>> All { get; } =
        new Dictionary<string, Action<PdfFile, IncrementalUpdate>>(StringComparer.Ordinal)
        {
            ["page content replaced"] = (file, update) =>
                Page(file, update, page => page["Contents"] = update.Add(new PdfStream(new(), Square))),
            ["content stream overwritten"] = (file, update) =>
                update.Set((PdfReference)file.Dictionary(file.Pages()[0])["Contents"]!, new PdfStream(new(), Square)),
            ["fonts of the page replaced"] = (file, update) =>
                Page(file, update, page => page["Resources"] = new PdfDictionary()),
            ["page turned"] = (file, update) => Page(file, update, page => page["Rotate"] = new PdfInteger(180)),
            ["page cropped"] = (file, update) =>
                Page(file, update, page => page["CropBox"] = PdfArray.OfNumbers(0, 0, 100, 100)),
            ["all notes and fields taken off the page"] = (file, update) =>
                Page(file, update, page => page["Annots"] = null),
            ["page tree exchanged"] = (file, update) =>
                Catalog(
                    file,
                    update,
                    "Pages",
                    update.Add(
                        new PdfDictionary
                        {
                            ["Type"] = new PdfName("Pages"),
                            ["Kids"] = new PdfArray(),
                            ["Count"] = new PdfInteger(0),
                        }
                    )
                ),
            ["script that runs on opening"] = (file, update) =>
                Catalog(file, update, "OpenAction", new PdfDictionary { ["S"] = new PdfName("JavaScript") }),
            ["layers added"] = (file, update) => Catalog(file, update, "OCProperties", new PdfDictionary()),
            ["form thrown away"] = (file, update) => Catalog(file, update, "AcroForm", null),
            ["attachment exchanged"] = (file, update) =>
                update.Set(AttackMaterial.EmbeddedFileOf(file), new PdfStream(new(), "{}"u8.ToArray())),
            ["seal moved"] = (file, update) =>
            {
                var field = AttackMaterial.FieldOf(file, "seal");
                var moved = new PdfDictionary(file.Dictionary(field)) { ["Rect"] = PdfArray.OfNumbers(0, 0, 9, 9) };
                update.Set(field, moved);
            },
            ["seal's picture exchanged"] = (file, update) =>
            {
                var field = AttackMaterial.FieldOf(file, "seal");
                var changed = new PdfDictionary(file.Dictionary(field))
                {
                    ["AP"] = new PdfDictionary { ["N"] = update.Add(new PdfStream(new(), Square)) },
                };
                update.Set(field, changed);
            },
            ["seal's value taken away"] = (file, update) =>
            {
                var field = AttackMaterial.FieldOf(file, "seal");
                update.Set(field, new PdfDictionary(file.Dictionary(field)) { ["V"] = null });
            },
        };

    private static void Page(PdfFile file, IncrementalUpdate update, Action<PdfDictionary> change)
    {
        var page = file.Pages()[0];
        var changed = new PdfDictionary(file.Dictionary(page));
        change(changed);
        update.Set(page, changed);
    }

    private static void Catalog(PdfFile file, IncrementalUpdate update, string name, PdfValue? value) =>
        update.Set(file.Root, new PdfDictionary(file.Catalog) { [name] = value });
}
