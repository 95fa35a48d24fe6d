using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Keys;

namespace Approvals.Credentials.Signing;

/// <summary>
/// A detached CMS with one SignerInfo in the shape PAdES baseline wants (ETSI EN 319 142-1 §6.3, RFC 5652): content type,
/// message digest and signing-certificate-v2 (RFC 5035) are signed, signing time is not among them.
/// </summary>
internal static class CadesSignature
{
    public const string Data = "1.2.840.113549.1.7.1";
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string ContentType = "1.2.840.113549.1.9.3";
    private const string MessageDigest = "1.2.840.113549.1.9.4";
    public const string SignatureTimestamp = "1.2.840.113549.1.9.16.2.14";
    public const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <summary>DER of the SET OF attributes: the very bytes that are signed.</summary>
    public static byte[] SignedAttributes(
        ReadOnlySpan<byte> digest,
        X509Certificate2 certificate,
        string contentType = Data
    )
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSetOf())
        {
            Attribute(writer, ContentType, Oid(contentType));
            Attribute(writer, MessageDigest, Octets(digest));
            Attribute(writer, SigningCertificateV2, CertificateIdentifier(certificate));
        }

        return writer.Encode();
    }

    /// <summary>The finished ContentInfo, DER.</summary>
    public static byte[] Assemble(CmsParts parts)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedData);
            using (writer.PushSequence(Zero))
            using (writer.PushSequence())
            {
                // Version 3 is for content that is not plain data (RFC 5652 §5.1).
                writer.WriteInteger(parts.ContentType == Data ? 1 : 3);
                using (writer.PushSetOf())
                {
                    DigestAlgorithm(writer, parts.Algorithm);
                }

                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(parts.ContentType);
                    if (parts.Content is { } content)
                    {
                        using (writer.PushSequence(Zero))
                        {
                            writer.WriteOctetString(content.Span);
                        }
                    }
                }

                if (parts.Certificates.Count > 0)
                {
                    using (writer.PushSetOf(Zero))
                    {
                        foreach (var each in parts.Certificates)
                        {
                            writer.WriteEncodedValue(each.RawDataMemory.Span);
                        }
                    }
                }

                using (writer.PushSetOf())
                {
                    SignerInfo(writer, parts);
                }
            }
        }

        return writer.Encode();
    }

    private static void SignerInfo(AsnWriter writer, CmsParts parts)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(parts.Signer.IssuerName.RawData);
                writer.WriteInteger(parts.Signer.SerialNumberBytes.Span);
            }

            DigestAlgorithm(writer, parts.Algorithm);

            // In place the SET OF carries the tag [0] instead of its own (RFC 5652 §5.4).
            byte[] implicitSet = [.. parts.SignedAttributes.Span];
            implicitSet[0] = 0xA0;
            writer.WriteEncodedValue(implicitSet);
            writer.WriteEncodedValue(parts.Algorithm.ToIdentifier());
            writer.WriteOctetString(parts.Signature.Span);
            if (parts.Timestamp is { } token)
            {
                using (writer.PushSetOf(new Asn1Tag(TagClass.ContextSpecific, 1, isConstructed: true)))
                {
                    Attribute(writer, SignatureTimestamp, token.ToArray());
                }
            }
        }
    }

    private static void DigestAlgorithm(AsnWriter writer, SignatureAlgorithm algorithm)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(algorithm.DigestOid);
        }
    }

    private static void Attribute(AsnWriter writer, string oid, byte[] value)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            using (writer.PushSetOf())
            {
                writer.WriteEncodedValue(value);
            }
        }
    }

    /// <summary>SHA-256 is the default of ESSCertIDv2 and therefore not written.</summary>
    private static byte[] CertificateIdentifier(X509Certificate2 certificate)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(certificate.RawDataMemory.Span));
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 4, isConstructed: true)))
                {
                    writer.WriteEncodedValue(certificate.IssuerName.RawData);
                }

                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }
        }

        return writer.Encode();
    }

    private static byte[] Oid(string oid)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(oid);
        return writer.Encode();
    }

    private static byte[] Octets(ReadOnlySpan<byte> bytes)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteOctetString(bytes);
        return writer.Encode();
    }
}
