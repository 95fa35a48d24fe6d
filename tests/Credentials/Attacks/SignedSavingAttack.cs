using Approvals.Credentials.Signing;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>The document is changed, and the change is signed by somebody whose certificate is good.</summary>
public sealed class SignedSavingAttack : IAttackClass
{
    // Nothing is left to sign, or the signer finds no form.
    private static readonly string[] Unsignable = ["page tree exchanged", "form thrown away"];

    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        foreach (var (name, change) in DocumentChanges.All.Where(each => !Unsignable.Contains(each.Key)))
        {
            var changed = AttackMaterial.Update(material.Sealed, change);
            var signed = PdfSigner.Sign(changed, new("late", AttackMaterial.At), material.Authority.Clerk);
            yield return new(
                name,
                signed,
                name == "seal's value taken away" ? "licence.signature-missing" : "document.changed"
            );
        }
    }
}
