using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Keys;
using Approvals.Credentials.Signing;

namespace Approvals.Credentials.Verification;

/// <summary>
/// The CMS of one signature against the bytes it covers (ETSI EN 319 142-1 §6.3). Codes: <c>signature.malformed</c>,
/// <c>signature.algorithm</c>, <c>signature.digest</c>, <c>signature.certificate-binding</c>.
/// </summary>
internal static class SignatureCheck
{
    /// <returns>The signer's certificate, the others that came along, and the faults.</returns>
    public static (X509Certificate2? Signer, X509Certificate2Collection Others, IReadOnlyList<Finding> Faults) Check(
        ReadOnlyMemory<byte> contents,
        byte[] covered
    )
    {
        var cms = new SignedCms(new ContentInfo(covered), detached: true);
        try
        {
            cms.Decode(WithoutPadding(contents).Span);
        }
        catch (Exception broken) when (broken is CryptographicException or AsnContentException)
        {
            return Refused("signature.malformed", broken.Message);
        }

        // A CMS that brings its own content would be checked against that instead of against the file.
        if (!cms.Detached || cms.SignerInfos.Count != 1 || cms.SignerInfos[0].Certificate is not { } certificate)
        {
            return Refused("signature.malformed", "Not one detached signature with its certificate.");
        }

        var signer = cms.SignerInfos[0];
        var faults = new List<Finding>();
        var known =
            SignatureAlgorithm.For(certificate.PublicKey) is { } algorithm
            && signer.SignatureAlgorithm.Value == algorithm.SignatureOid
            && signer.DigestAlgorithm.Value == algorithm.DigestOid;
        if (!known)
        {
            faults.Add(new("signature.algorithm", $"{signer.SignatureAlgorithm.Value} is not accepted."));
        }

        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException wrong)
        {
            faults.Add(new("signature.digest", wrong.Message));
        }

        if (!NamesCertificate(signer, certificate))
        {
            faults.Add(new("signature.certificate-binding", "signing-certificate-v2 does not name the certificate."));
        }

        return (certificate, cms.Certificates, faults);
    }

    private static (X509Certificate2?, X509Certificate2Collection, IReadOnlyList<Finding>) Refused(
        string code,
        string detail
    ) => (null, [], [new(code, detail)]);

    /// <summary>What follows the CMS up to the reserved length must be zeros.</summary>
    private static ReadOnlyMemory<byte> WithoutPadding(ReadOnlyMemory<byte> contents)
    {
        AsnDecoder.ReadSequence(contents.Span, AsnEncodingRules.BER, out _, out _, out var consumed);
        return contents.Span[consumed..].ContainsAnyExcept((byte)0)
            ? throw new CryptographicException("Something hides behind the signature.")
            : contents[..consumed];
    }

    private static bool NamesCertificate(SignerInfo signer, X509Certificate2 certificate)
    {
        var attribute = signer
            .SignedAttributes.Cast<CryptographicAttributeObject>()
            .SingleOrDefault(each => each.Oid.Value == CadesSignature.SigningCertificateV2);
        if (attribute is not { Values.Count: 1 })
        {
            return false;
        }

        try
        {
            // SigningCertificateV2 → certs → ESSCertIDv2 → [hashAlgorithm] certHash; without algorithm it is SHA-256 (RFC 5035 §4).
            var reader = new AsnReader(attribute.Values[0].RawData, AsnEncodingRules.DER);
            var first = reader.ReadSequence().ReadSequence().ReadSequence();
            return first.PeekTag() == Asn1Tag.PrimitiveOctetString
                && first.ReadOctetString().AsSpan().SequenceEqual(SHA256.HashData(certificate.RawDataMemory.Span));
        }
        catch (AsnContentException)
        {
            return false;
        }
    }
}
