using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Authority;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Tests.Licences;
using Approvals.Credentials.Verification;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>The signature is good, the certificate is not: of nobody, of another authority, for another purpose, at another time.</summary>
public sealed class TrustAttack : IAttackClass
{
    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        var authority = material.Authority;
        var seals = authority.Authority.Seals;
        yield return Of("another authority of the same name", material.Foreign.Seal, "signature.chain");
        yield return Of("signed by itself", SelfSigned(AttackMaterial.At), "signature.chain");
        yield return Of("issued by a person", IssuedByLeaf(material), "signature.chain");
        yield return Of("a server's", Own(authority.Authority.Tls, CertificateProfile.TlsServer), "signature.usage");
        yield return Of(
            "a timestamp authority's",
            Own(authority.Authority.Timestamps, CertificateProfile.Timestamping),
            "signature.usage"
        );
        yield return Of("a responder's", Own(seals, CertificateProfile.OcspResponder), "signature.usage");
        yield return Of("over", Own(seals, CertificateProfile.DocumentSigning, days: 30), "signature.expired");
        yield return Of(
            "not yet begun",
            Own(seals, CertificateProfile.DocumentSigning, at: AttackMaterial.At.AddDays(3)),
            "signature.expired"
        );
        var revoked = Own(seals, CertificateProfile.DocumentSigning);
        seals.Revoke(revoked.Certificate, X509RevocationReason.KeyCompromise, AttackMaterial.At.AddDays(-1));
        var lists = new[] { seals, authority.Authority.OpenRoot(authority.Keys) }
            .Select(issuer => issuer.PublishRevocationList(AttackMaterial.At, TimeSpan.FromDays(7)))
            .Select(list => RevocationList.Read(list)!)
            .ToList();
        var current = authority.Trust with { RevocationLists = lists };
        yield return Of("revoked the day before", revoked, "signature.revoked") with
        {
            Trust = current,
        };
        yield return Of("nothing known about revocation", authority.Seal, "signature.revocation-unknown") with
        {
            Trust = authority.Trust with { RevocationLists = [] },
        };

        OwnKey Own(CertificateIssuer issuer, CertificateProfile profile, int? days = null, DateTimeOffset? at = null) =>
            OwnKey.Of(authority, issuer, profile, days ?? Math.Min(profile.MaximumDays, 365), at);

        Attack Of(string name, IDocumentSigner signer, string code) =>
            new(name, PdfSigner.Sign(material.Unsigned, SampleLicence.SealRequest, signer), code);
    }

    private static OwnKey SelfSigned(DateTimeOffset at)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(key, Request(key).CreateSelfSigned(at.AddDays(-1), at.AddDays(1)));
    }

    /// <summary>A person's certificate used as if it were an authority's.</summary>
    private static OwnKey IssuedByLeaf(AttackMaterial material)
    {
        var leafKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var leaf = OwnKey.Of(
            material.Authority,
            material.Authority.Authority.Persons,
            CertificateProfile.DocumentSigning,
            key: leafKey
        );
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var issued = Request(key)
            .Create(
                leaf.Certificate.SubjectName,
                X509SignatureGenerator.CreateForECDsa(leafKey),
                AttackMaterial.At.AddDays(-1),
                AttackMaterial.At.AddDays(1),
                [1, 2, 3, 4, 5, 6, 7, 8]
            );
        return new(key, issued, leaf.Certificate, leaf.Chain[0], leaf.Chain[1]);
    }

    private static CertificateRequest Request(ECDsa key)
    {
        var request = new CertificateRequest("CN=seal, O=清源市卫生健康委员会", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(
                X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation,
                critical: true
            )
        );
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid(CertificateProfile.DocumentSigningUsage)], critical: false)
        );
        return request;
    }
}
