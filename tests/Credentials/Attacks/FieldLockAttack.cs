using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Tests.Licences;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>A field is signed, or freed, after a signature locked it.</summary>
public sealed class FieldLockAttack : IAttackClass
{
    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        var authority = material.Authority;
        var sealedEarly = SignedLicence.Finish(SignedLicence.ByPeople(authority, 2), authority);
        yield return new(
            "the approver signs after the seal locked everything",
            SignedLicence.Sign(sealedEarly, "approver", authority.Approver, authority),
            "document.locked"
        );
        var skipped = SignedLicence.Sign(
            SignedLicence.ByPeople(authority, 1),
            "approver",
            authority.Approver,
            authority
        );
        yield return new(
            "the reviewer signs after the approver locked the reviewer's field",
            SignedLicence.Finish(SignedLicence.Sign(skipped, "reviewer", authority.Reviewer, authority), authority),
            "document.locked"
        );
        foreach (var name in new[] { "window", "approver" })
        {
            yield return new(
                $"the lock of {name} is taken off",
                AttackMaterial.Update(
                    material.Archived,
                    (file, update) =>
                    {
                        var field = AttackMaterial.FieldOf(file, name);
                        update.Set(field, new PdfDictionary(file.Dictionary(field)) { ["Lock"] = null });
                    }
                ),
                "document.changed"
            );
        }

        yield return new(
            "the certification is struck from the catalog",
            AttackMaterial.Update(
                material.Archived,
                (file, update) => update.Set(file.Root, new PdfDictionary(file.Catalog) { ["Perms"] = null })
            ),
            "document.changed"
        );
        yield return new(
            "the certification points at nothing",
            AttackMaterial.Update(
                material.Archived,
                (file, update) =>
                    update.Set(
                        file.Root,
                        new PdfDictionary(file.Catalog)
                        {
                            ["Perms"] = new PdfDictionary { ["DocMDP"] = new PdfReference(1) },
                        }
                    )
            ),
            "structure.malformed"
        );
    }
}
