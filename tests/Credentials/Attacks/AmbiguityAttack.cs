using System.Globalization;
using System.Text;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>The file can be read in more than one way; programs that repair it may see another document.</summary>
public sealed class AmbiguityAttack : IAttackClass
{
    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        var pdf = material.Sealed;
        var file = PdfFile.Open(pdf);
        var (root, newest) = (file.Root.Number, file.Sections[0].Offset);
        yield return new("words after the end", AttackMaterial.Raw(pdf, "and more"), "structure.trailing");
        yield return new(
            "a kilobyte after the end",
            AttackMaterial.Raw(pdf, new string(' ', 1200)),
            "structure.malformed"
        );
        yield return new("cross-references in a circle", Trailer(pdf, root, pdf.Length), "structure.malformed");
        yield return new("cross-references outside the file", Trailer(pdf, root, 99_999_999), "structure.malformed");
        yield return new("no catalog", Trailer(pdf, 0, newest), "structure.malformed");
        yield return new("an object off by one byte", Shifted(pdf, file), "signature.revision");
        yield return new(
            "one field name twice",
            AttackMaterial.Update(
                pdf,
                (before, update) =>
                {
                    var form = (PdfReference)before.Catalog["AcroForm"]!;
                    var field = AttackMaterial.FieldOf(before, "seal");
                    var copy = update.Add(before.Dictionary(field));
                    update.Set(
                        form,
                        new PdfDictionary(before.Dictionary(form)) { ["Fields"] = new PdfArray(field, copy) }
                    );
                }
            ),
            "structure.malformed"
        );
        yield return new(
            "encrypted in words",
            AttackMaterial.Raw(pdf, Section(pdf.Length, root, newest, "/Encrypt <</Filter /Standard>>")),
            "structure.malformed"
        );
        yield return new("begins with something else", [.. "GIF89a"u8, .. pdf], "structure.malformed");
    }

    private static byte[] Trailer(byte[] pdf, int root, int previous) =>
        AttackMaterial.Raw(pdf, Section(pdf.Length, root, previous, ""));

    private static string Section(int at, int root, int previous, string more) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 9/Root {root} 0 R/Prev {previous}{more}>>\nstartxref\n{at}\n%%EOF\n"
        );

    private static byte[] Shifted(byte[] pdf, PdfFile file)
    {
        var content = ((PdfReference)file.Dictionary(file.Pages()[0])["Contents"]!).Number;
        return ShadowReplaceAttack.Redirected(pdf, content, file.Places[content].Offset + 1);
    }
}
