using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Approvals.Credentials.Authority.Ocsp;

/// <summary>Which certificate is asked about (CertID, RFC 6960 §4.1.1): its issuer by two digests, and its serial number.</summary>
/// <param name="Encoded">DER as it came; an answer repeats it unchanged.</param>
/// <param name="Serial">Upper-case hexadecimal.</param>
internal sealed record OcspCertificateId(
    ReadOnlyMemory<byte> Encoded,
    string DigestOid,
    ReadOnlyMemory<byte> NameDigest,
    ReadOnlyMemory<byte> KeyDigest,
    string Serial
)
{
    private const string Sha1 = "1.3.14.3.2.26";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    /// <summary>With SHA-1, as nearly all programs ask (RFC 5019 §2.1.1); it only finds the issuer again, nothing rests on it.</summary>
    public static OcspCertificateId Of(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Sha1);
                writer.WriteNull();
            }

            writer.WriteOctetString(Digest(Sha1, issuer.SubjectName.RawData)!);
            writer.WriteOctetString(Digest(Sha1, issuer.PublicKey.EncodedKeyValue.RawData)!);
            writer.WriteInteger(certificate.SerialNumberBytes.Span);
        }

        return Read(writer.Encode());
    }

    /// <exception cref="AsnContentException">It is no CertID.</exception>
    public static OcspCertificateId Read(ReadOnlyMemory<byte> encoded)
    {
        var body = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
        var algorithm = body.ReadSequence().ReadObjectIdentifier();
        var (name, key) = (body.ReadOctetString(), body.ReadOctetString());
        return new(encoded, algorithm, name, key, Convert.ToHexString(body.ReadIntegerBytes().Span));
    }

    public bool IsOf(X509Certificate2 issuer) =>
        Digest(DigestOid, issuer.SubjectName.RawData) is { } name
        && Digest(DigestOid, issuer.PublicKey.EncodedKeyValue.RawData) is { } key
        && NameDigest.Span.SequenceEqual(name)
        && KeyDigest.Span.SequenceEqual(key);

#pragma warning disable CA5350 // RFC 6960 names issuers by SHA-1; the answer is protected by its signature, not by this.
    private static byte[]? Digest(string oid, byte[] data) =>
        oid switch
        {
            Sha1 => SHA1.HashData(data),
            Sha256 => SHA256.HashData(data),
            _ => null,
        };
#pragma warning restore CA5350
}
