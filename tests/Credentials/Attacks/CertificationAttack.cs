using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Pdf.Writing;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Tests.Licences;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>Evil annotation: a certified document allows notes to be shown, and a note covers what was certified.</summary>
public sealed class EvilAnnotationAttack : IAttackClass
{
    private static readonly string[] Kinds = ["FreeText", "Stamp", "Redact", "Square", "Link", "Ink", "Watermark"];

    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        var certified = SignedLicence.ByPeople(material.Authority, 1);
        foreach (var kind in Kinds)
        {
            yield return new("after the certification: " + kind, Annotated(certified, kind), "document.changed");
            yield return new("after everything: " + kind, Annotated(material.Archived, kind), "document.changed");
        }
    }

    private static byte[] Annotated(byte[] pdf, string kind) =>
        AttackMaterial.Update(
            pdf,
            (file, update) =>
            {
                var page = file.Pages()[0];
                var note = update.Add(
                    new PdfDictionary
                    {
                        ["Type"] = new PdfName("Annot"),
                        ["Subtype"] = new PdfName(kind),
                        ["Rect"] = PdfArray.OfNumbers(100, 100, 400, 400),
                    }
                );
                var dictionary = file.Dictionary(page);
                var notes = new PdfArray([.. ((PdfArray)file.Resolve(dictionary["Annots"])).Items, note]);
                update.Set(page, new PdfDictionary(dictionary) { ["Annots"] = notes });
            }
        );
}

/// <summary>Sneaky signature: a certified document allows signing, and a signature's picture covers what was certified.</summary>
public sealed class SneakySignatureAttack : IAttackClass
{
    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        var certified = SignedLicence.ByPeople(material.Authority, 1);
        var clerk = material.Authority.Clerk;
        var visible = new PageArea(0, 50, 50, 500, 700);
        yield return Of("a visible signature after the certification", Signed(certified, visible));
        yield return Of("an invisible signature after the certification", Signed(certified, area: null));
        yield return Of("a visible signature after the seal", Signed(material.Sealed, visible));
        yield return Of("an invisible signature after the archive timestamp", Signed(material.Archived, area: null));
        yield return Of("an empty field after the certification", WithField(certified, visible: true, value: null));
        yield return Of(
            "an empty field after the archive timestamp",
            WithField(material.Archived, visible: false, value: null)
        );
        var stamp = new PdfDictionary { ["Type"] = new PdfName("DocTimeStamp") };
        yield return Of(
            "a timestamp that is seen, after the certification",
            WithField(certified, visible: true, stamp)
        );
        yield return Of(
            "a timestamp that is seen, after everything",
            WithField(material.Archived, visible: true, stamp)
        );
        var painted = AttackMaterial.Update(
            certified,
            (file, update) =>
            {
                var field = AttackMaterial.FieldOf(file, "approver");
                var picture = update.Add(new PdfStream(new(), "0 0 9 9 re f"u8.ToArray()));
                var changed = new PdfDictionary(file.Dictionary(field))
                {
                    ["AP"] = new PdfDictionary { ["N"] = picture },
                };
                update.Set(field, changed);
            }
        );
        yield return new("a picture in a field that nobody signed", painted, "document.changed");

        static Attack Of(string name, byte[] file) => new(name, file, "document.locked");

        byte[] Signed(byte[] pdf, PageArea? area) => PdfSigner.Sign(pdf, new("sneaky", AttackMaterial.At, area), clerk);
    }

    private static byte[] WithField(byte[] pdf, bool visible, PdfDictionary? value) =>
        AttackMaterial.Update(
            pdf,
            (file, update) =>
            {
                var page = file.Pages()[0];
                var field = new PdfDictionary
                {
                    ["Type"] = new PdfName("Annot"),
                    ["Subtype"] = new PdfName("Widget"),
                    ["FT"] = new PdfName("Sig"),
                    ["T"] = PdfString.OfText("sneaky"),
                    ["Rect"] = visible ? PdfArray.OfNumbers(9, 9, 99, 99) : PdfArray.OfNumbers(0, 0, 0, 0),
                };
                if (value is not null)
                {
                    field["V"] = update.Add(value);
                }

                var reference = update.Add(field);
                var dictionary = file.Dictionary(page);
                var notes = new PdfArray([.. ((PdfArray)file.Resolve(dictionary["Annots"])).Items, reference]);
                update.Set(page, new PdfDictionary(dictionary) { ["Annots"] = notes });
                var form = (PdfReference)file.Catalog["AcroForm"]!;
                var fields = ((PdfArray)file.Resolve(file.Dictionary(form)["Fields"])).Items;
                update.Set(
                    form,
                    new PdfDictionary(file.Dictionary(form)) { ["Fields"] = new PdfArray([.. fields, reference]) }
                );
            }
        );
}
