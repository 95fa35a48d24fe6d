using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Approvals.Credentials.Authority;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Tests.Licences;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>The signature's own structure lies: another certificate, another content, another signer, a weaker form.</summary>
public sealed class CmsAttack : IAttackClass
{
    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        var authority = material.Authority;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var seals = authority.Authority.Seals;
        var mine = OwnKey.Of(authority, seals, CertificateProfile.DocumentSigning, key: key);
        var twin = OwnKey.Of(authority, seals, CertificateProfile.DocumentSigning, key: key);
        using var second = OwnKey.Of(authority, seals, CertificateProfile.DocumentSigning);
        var prepared = PdfSigner
            .Prepare(material.Unsigned, SampleLicence.SealRequest, mine.Certificate, mine.Chain)
            .Document.ToArray();
        var content = new ContentInfo(AttackMaterial.CoveredBy(prepared, 0));
        var honest = mine.Cms(content, mine.Certificate);

        yield return Of("no certificate is bound", mine.Cms(content, binding: null), "signature.certificate-binding");
        yield return Of(
            "another certificate of the same key",
            mine.Cms(content, twin.Certificate),
            "signature.certificate-binding"
        );
        yield return Of("a second signer", mine.Cms(content, mine.Certificate, second: second), "signature.malformed");
        yield return Of(
            "a weaker digest",
            mine.Cms(content, mine.Certificate, digest: "1.3.14.3.2.26"),
            "signature.algorithm"
        );
        yield return Of(
            "a content of its own",
            mine.Cms(new ContentInfo("something else"u8.ToArray()), mine.Certificate, detached: false),
            "signature.digest"
        );
        yield return Of("over other bytes", mine.Cms(new ContentInfo([1, 2, 3]), mine.Certificate), "signature.digest");
        yield return Of("something behind it", [.. honest, 0, 0, 1], "signature.malformed");
        yield return Of("cut", honest[..^9], "signature.digest");
        yield return Of("no signer", WithoutSigner(honest), "signature.malformed");
        for (var i = 1; i <= 3; i++)
        {
            var flipped = (byte[])honest.Clone();
            flipped[^(i * 8)] ^= 4;
            yield return Of($"value flipped {i}", flipped, "signature.digest");
        }

        Attack Of(string name, byte[] cms, string code) =>
            new(name, AttackMaterial.WithContents(prepared, 0, cms), code);
    }

    private static byte[] WithoutSigner(byte[] honest)
    {
        var cms = new SignedCms();
        cms.Decode(honest);
        cms.RemoveSignature(0);
        return cms.Encode();
    }
}
