using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Authority;
using Approvals.Credentials.Keys;
using Approvals.Credentials.Signing;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>A key that an attacker holds, with whatever certificate an authority gave for it; signs with the runtime's own CMS.</summary>
public sealed class OwnKey : IDocumentSigner
{
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private readonly ECDsa key;

    public OwnKey(ECDsa key, X509Certificate2 certificate, params IReadOnlyList<X509Certificate2> chain)
    {
        (this.key, Certificate, Chain) = (key, certificate, chain);
    }

    public X509Certificate2 Certificate { get; }
    public IReadOnlyList<X509Certificate2> Chain { get; }
    public SignatureAlgorithm Algorithm => SignatureAlgorithm.EcdsaP256Sha256;

    public static OwnKey Of(
        TestAuthority authority,
        CertificateIssuer issuer,
        CertificateProfile profile,
        int days = 365,
        DateTimeOffset? at = null,
        ECDsa? key = null
    )
    {
        var own = key ?? ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var wanted = new IssuanceRequest(
            profile,
            new("清源市卫生健康委员会电子印章", "清源市卫生健康委员会"),
            new PublicKey(own),
            days
        )
        {
            ServerNames = profile.NamesServers ? ["qingyuan.example"] : [],
        };
        var certificate = issuer.Issue(wanted, at ?? TestAuthority.Founded).Certificate;
        return new(own, certificate, issuer.Certificate, authority.Authority.Root);
    }

    public byte[] Sign(ReadOnlySpan<byte> signedAttributes) =>
        key.SignData(signedAttributes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <summary>A CMS over any content, by this key.</summary>
    /// <param name="binding">Whose certificate signing-certificate-v2 names; null leaves the attribute out.</param>
    public byte[] Cms(
        ContentInfo content,
        X509Certificate2? binding,
        bool detached = true,
        string digest = "2.16.840.1.101.3.4.2.1",
        IDocumentSigner? second = null
    )
    {
        var cms = new SignedCms(content, detached);
        cms.ComputeSignature(SignerOf(Certificate, key, binding, digest));
        if (second is OwnKey other)
        {
            cms.ComputeSignature(SignerOf(other.Certificate, other.key, other.Certificate, digest));
        }

        return cms.Encode();
    }

    public void Dispose() => key.Dispose();

    private static CmsSigner SignerOf(X509Certificate2 certificate, ECDsa key, X509Certificate2? binding, string digest)
    {
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, certificate, key)
        {
            DigestAlgorithm = new Oid(digest),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        if (binding is not null)
        {
            signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificateV2, Names(binding)));
        }
        else
        {
            // Any attribute, so that there are signed attributes at all.
            signer.SignedAttributes.Add(new Pkcs9SigningTime());
        }

        return signer;
    }

    private static byte[] Names(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawData));
        }

        return writer.Encode();
    }
}
