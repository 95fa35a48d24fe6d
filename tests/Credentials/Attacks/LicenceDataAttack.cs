using Approvals.Credentials.Licences;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Pdf.Writing;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Tests.Licences;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>Every signature is good, but the licence says one thing and its data another, or the wrong people signed.</summary>
public sealed class LicenceDataAttack : IAttackClass
{
    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        var authority = material.Authority;
        yield return new(
            "the data names another holder",
            WithData(material, SampleLicence.Document with { Fields = [new("单位名称", "某某公司")] }),
            "licence.text-differs"
        );
        yield return new(
            "the data has another number",
            WithData(material, SampleLicence.Document with { Number = "卫证字〔2026〕第 9999 号" }),
            "licence.text-differs"
        );
        yield return new(
            "the data is of an unknown kind",
            WithData(material, SampleLicence.Document with { Schema = "approvals.licence/2" }),
            "licence.missing"
        );
        yield return new(
            "the data is taken out",
            material.Seal(
                AttackMaterial.Update(
                    material.Unsigned,
                    (file, update) => update.Set(file.Root, new PdfDictionary(file.Catalog) { ["Names"] = null })
                )
            ),
            "licence.missing"
        );
        yield return new(
            "sealed by another organisation",
            PdfSigner.Sign(material.Unsigned, SampleLicence.SealRequest, authority.Clerk),
            "licence.issuer-differs"
        );
        yield return new(
            "the approver's place signed by the clerk",
            SignedLicence.Finish(
                SignedLicence.Sign(SignedLicence.ByPeople(authority, 2), "approver", authority.Clerk, authority),
                authority
            ),
            "licence.signer-differs"
        );
        yield return new(
            "the approver is missing",
            SignedLicence.Finish(SignedLicence.ByPeople(authority, 2), authority),
            "licence.signature-missing"
        );
        yield return new(
            "somebody signed too many",
            material.Seal(PdfSigner.Sign(material.Unsigned, new("extra", AttackMaterial.At), authority.Clerk)),
            "licence.signature-unexpected"
        );
        var uncertified = PdfSigner.Sign(
            SignedLicence.Render(),
            LicenceSigning.RequestOf(SignedLicence.Document, "window", AttackMaterial.At) with
            {
                Certifies = false,
            },
            authority.Clerk
        );
        yield return new("the first signature certifies nothing", uncertified, "licence.not-certified");
        yield return new(
            "the reviewer before the window",
            SignedLicence.Sign(
                SignedLicence.Sign(SignedLicence.Render(), "reviewer", authority.Reviewer, authority),
                "approver",
                authority.Approver,
                authority
            ),
            "licence.not-certified"
        );
        yield return new(
            "the seal before the people",
            PdfSigner.Sign(material.Seal(SignedLicence.Render()), new("window", AttackMaterial.At), authority.Clerk),
            "licence.signature-order"
        );
    }

    private static byte[] WithData(AttackMaterial material, LicenceDocument data) =>
        material.Seal(
            AttackMaterial.Update(
                material.Unsigned,
                (file, update) =>
                    update.Set(
                        AttackMaterial.EmbeddedFileOf(file),
                        new PdfStream(new() { ["Type"] = new PdfName("EmbeddedFile") }, data.ToJson())
                    )
            )
        );
}
