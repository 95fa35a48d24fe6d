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
    /// <returns>The one signer, whose certificate is known, with the CMS it stands in; and the faults.</returns>
    public static (SignerInfo? Signer, SignedCms? Cms, IReadOnlyList<Finding> Faults) Check(
        ReadOnlyMemory<byte> contents,
        byte[] covered
    )
    {
        // A CMS that brings its own content would be checked against that instead of against the file.
        if (
            SignedContents.Read(contents, covered) is not { } cms
            || !cms.Detached
            || cms.SignerInfos.Count != 1
            || cms.SignerInfos[0].Certificate is not { } certificate
        )
        {
            return (null, null, [new("signature.malformed", "Not one detached signature with its certificate.")]);
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

        return (signer, cms, faults);
    }

    /// <summary>True when signing-certificate-v2 names the certificate, so that no other one can be put in its place.</summary>
    public static bool NamesCertificate(SignerInfo signer, X509Certificate2 certificate)
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
