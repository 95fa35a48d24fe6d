using Approvals.Credentials.Licences;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>A good signature is put where it was not made.</summary>
public sealed class TransplantAttack : IAttackClass
{
    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        var other = material.Seal(LicencePdf.Render(AttackMaterial.Other, TestFonts.Set));
        yield return new(
            "the seal of another licence",
            AttackMaterial.WithContents(material.Sealed, 0, AttackMaterial.ContentsOf(other, 0)),
            "signature.digest"
        );
        yield return new(
            "the window's signature in the approver's place",
            AttackMaterial.WithContents(material.Archived, 2, AttackMaterial.ContentsOf(material.Archived, 0)),
            "signature.digest"
        );
        yield return new(
            "a signature in the place of the document timestamp",
            AttackMaterial.WithContents(material.Archived, 4, Trimmed(AttackMaterial.ContentsOf(material.Archived, 0))),
            "timestamp.malformed"
        );
        yield return new(
            "a document timestamp in the place of the seal",
            AttackMaterial.WithContents(material.Archived, 3, AttackMaterial.ContentsOf(material.Archived, 4)),
            "signature.digest"
        );
        yield return new(
            "one signature in two fields",
            AttackMaterial.Update(
                material.Archived,
                (file, update) =>
                {
                    var field = AttackMaterial.FieldOf(file, "approver");
                    var window = file.Dictionary(AttackMaterial.FieldOf(file, "window"))["V"];
                    update.Set(field, new PdfDictionary(file.Dictionary(field)) { ["V"] = window });
                }
            ),
            "signature.revision"
        );
    }

    private static byte[] Trimmed(byte[] contents) => contents[..6000];
}
