using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Timestamping;

namespace Approvals.Credentials.Verification;

/// <summary>What a timestamp token says, when it may be believed.</summary>
/// <param name="At">Null when there is a fault.</param>
internal sealed record TimestampVerdict(DateTimeOffset? At, X509Certificate2? Authority, IReadOnlyList<Finding> Faults);

/// <summary>
/// An RFC 3161 token over given bytes. Codes: <c>timestamp.malformed</c>, <c>timestamp.imprint</c>, <c>timestamp.signature</c>,
/// and those of <see cref="CertificateCheck"/>.
/// </summary>
internal static class TimestampCheck
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    public static TimestampVerdict Check(ReadOnlyMemory<byte> token, ReadOnlySpan<byte> stamped, Trust trust)
    {
        if (
            SignedContents.Read(token) is not { } cms
            || cms.ContentInfo.ContentType.Value != TimestampAuthority.TstInfo
            || cms.SignerInfos.Count != 1
            || cms.SignerInfos[0].Certificate is not { } authority
            || Read(cms.ContentInfo.Content) is not { } info
        )
        {
            return Refused("timestamp.malformed", "It is not one timestamp with its certificate.");
        }

        if (info.Algorithm != Sha256 || !info.Digest.AsSpan().SequenceEqual(SHA256.HashData(stamped)))
        {
            return Refused("timestamp.imprint", "The timestamp was made over something else.");
        }

        var signer = cms.SignerInfos[0];
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
        }
        catch (CryptographicException wrong)
        {
            return Refused("timestamp.signature", wrong.Message);
        }

        if (!SignatureCheck.NamesCertificate(signer, authority))
        {
            return Refused("timestamp.signature", "signing-certificate-v2 does not name the certificate.");
        }

        var (faults, _) = CertificateCheck.ForTimestamps(authority, cms.Certificates, trust, info.At);
        return new(faults.Count == 0 ? info.At : null, authority, faults);
    }

    private static TimestampVerdict Refused(string code, string detail) => new(null, null, [new(code, detail)]);

    private static (string Algorithm, byte[] Digest, DateTimeOffset At)? Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            var info = new AsnReader(content, AsnEncodingRules.DER).ReadSequence();
            info.ReadInteger();
            info.ReadObjectIdentifier();
            var imprint = info.ReadSequence();
            var algorithm = imprint.ReadSequence().ReadObjectIdentifier();
            var digest = imprint.ReadOctetString();
            info.ReadInteger();
            return (algorithm, digest, info.ReadGeneralizedTime());
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
