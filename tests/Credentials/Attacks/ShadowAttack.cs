using System.Globalization;
using System.Text;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Pdf.Writing;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>The document was prepared before it was signed: an update afterwards hides what was seen.</summary>
public sealed class ShadowHideAttack : IAttackClass
{
    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        var overlay = new PdfReference(0);
        var sealedFile = material.Seal(
            AttackMaterial.Update(
                material.Unsigned,
                (file, update) =>
                {
                    var page = file.Pages()[0];
                    overlay = update.Add(new PdfStream(new(), "0 0 1 1 re f"u8.ToArray()));
                    var contents = new PdfArray(file.Dictionary(page)["Contents"]!, overlay);
                    update.Set(page, new PdfDictionary(file.Dictionary(page)) { ["Contents"] = contents });
                }
            )
        );
        yield return Of("overlay emptied", (_, update) => update.Set(overlay, new PdfStream(new(), new byte[1])));
        yield return Of("overlay made null", (_, update) => update.Set(overlay, PdfNull.Instance));
        yield return Of(
            "overlay taken off the page",
            (file, update) =>
            {
                var page = file.Pages()[0];
                var contents = ((PdfArray)file.Dictionary(page)["Contents"]!).Items[0];
                update.Set(page, new PdfDictionary(file.Dictionary(page)) { ["Contents"] = contents });
            }
        );
        var freed = Encoding.ASCII.GetString(sealedFile).LastIndexOf("startxref", StringComparison.Ordinal);
        yield return new(
            "overlay freed by cross-references alone",
            ShadowReplaceAttack.Redirected(sealedFile, overlay.Number, offset: null),
            freed > 0 ? "document.changed" : ""
        );

        Attack Of(string name, Action<PdfFile, IncrementalUpdate> change) =>
            new(name, AttackMaterial.Update(sealedFile, change), "document.changed");
    }
}

/// <summary>The document was prepared before it was signed: an update afterwards changes what the signed content means.</summary>
public sealed class ShadowReplaceAttack : IAttackClass
{
    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        foreach (var pdf in new[] { material.Sealed, material.Archived })
        {
            var when = pdf == material.Sealed ? "after the seal: " : "after the archive timestamp: ";
            yield return Of(
                "a font's letters",
                Exchange(pdf, "Font", new PdfDictionary { ["Type"] = new PdfName("Font") })
            );
            yield return Of(
                "an embedded font program",
                AttackMaterial.Update(
                    pdf,
                    (file, update) =>
                        update.Set(
                            (PdfReference)file.Dictionary(Find(file, "FontDescriptor"))["FontFile2"]!,
                            new PdfStream(new(), new byte[4])
                        )
                )
            );
            yield return Of("a font's description", Exchange(pdf, "FontDescriptor", new PdfDictionary()));
            yield return Of("the metadata", Exchange(pdf, "Metadata", new PdfStream(new(), "<x/>"u8.ToArray())));
            yield return Of("the structure", Exchange(pdf, "StructTreeRoot", new PdfDictionary()));

            Attack Of(string name, byte[] file) => new(when + name, file, "document.changed");
        }
    }

    /// <summary>A cross-reference section that moves one object, or frees it, and writes no object at all.</summary>
    internal static byte[] Redirected(byte[] pdf, int number, int? offset)
    {
        var file = PdfFile.Open(pdf);
        var entry = offset is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"{at:0000000000} 00000 n \n")
            : "0000000000 00000 f \n";
        return AttackMaterial.Raw(
            pdf,
            string.Create(
                CultureInfo.InvariantCulture,
                $"xref\n{number} 1\n{entry}trailer\n<</Size {file.Size}/Root {file.Root.Number} 0 R/Prev {file.Sections[0].Offset}>>\nstartxref\n{pdf.Length}\n%%EOF\n"
            )
        );
    }

    private static byte[] Exchange(byte[] pdf, string type, PdfValue value) =>
        AttackMaterial.Update(pdf, (file, update) => update.Set(Find(file, type), value));

    private static PdfReference Find(PdfFile file, string type) =>
        new(
            file.Places.Keys.First(each =>
                file.Object(each) switch
                {
                    PdfDictionary dictionary => dictionary.NameOf("Type") == type,
                    PdfStream stream => stream.Dictionary.NameOf("Type") == type,
                    _ => false,
                }
            )
        );
}

/// <summary>A second document lies hidden in the signed bytes, and cross-references alone bring it out.</summary>
public sealed class ShadowHideAndReplaceAttack : IAttackClass
{
    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        var page = PdfFile.Open(material.Unsigned).Pages()[0].Number;
        var place = material.Unsigned.Length;
        var hidden = string.Create(
            CultureInfo.InvariantCulture,
            $"{page} 0 obj\n<</Type /Page/MediaBox [0 0 9 9]>>\nendobj\n"
        );
        var start = Encoding.Latin1.GetString(material.Unsigned).LastIndexOf("startxref", StringComparison.Ordinal);
        var prepared = AttackMaterial.Raw(
            material.Unsigned,
            hidden + Encoding.Latin1.GetString(material.Unsigned, start, material.Unsigned.Length - start)
        );
        var signed = material.Seal(prepared);
        yield return new(
            "cross-references alone show another page",
            ShadowReplaceAttack.Redirected(signed, page, place),
            "document.changed"
        );
        var other = new PdfReference(0);
        var two = material.Seal(
            AttackMaterial.Update(
                material.Unsigned,
                (file, update) =>
                    other = update.Add(
                        new PdfDictionary(file.Dictionary(file.Pages()[0])) { ["Rotate"] = new PdfInteger(90) }
                    )
            )
        );
        yield return Of(
            "the page tree points at the hidden page",
            (file, update) =>
            {
                var tree = (PdfReference)file.Catalog["Pages"]!;
                update.Set(tree, new PdfDictionary(file.Dictionary(tree)) { ["Kids"] = new PdfArray(other) });
            }
        );
        yield return Of(
            "the page becomes a copy of the hidden one",
            (file, update) => update.Set(file.Pages()[0], file.Object(other.Number))
        );
        yield return Of(
            "another catalog",
            (file, update) => update.Set(file.Root, new PdfDictionary { ["Type"] = new PdfName("Catalog") })
        );

        Attack Of(string name, Action<PdfFile, IncrementalUpdate> change) =>
            new(
                name,
                AttackMaterial.Update(two, change),
                name == "another catalog" ? "signature.none" : "document.changed"
            );
    }
}
