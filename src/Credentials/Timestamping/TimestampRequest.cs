using System.Formats.Asn1;
using System.Security.Cryptography;

namespace Approvals.Credentials.Timestamping;

/// <summary>Why no token is given (RFC 3161 §2.4.2), by the number of its bit.</summary>
internal enum TimestampFailure
{
    BadAlgorithm = 0,
    BadRequest = 2,
    BadDataFormat = 5,
    TimeNotAvailable = 14,
    UnacceptedPolicy = 15,
    UnacceptedExtension = 16,
}

/// <summary>A TimeStampReq (RFC 3161 §2.4.1).</summary>
/// <param name="Imprint">The MessageImprint as it came, DER; it goes into the token unchanged.</param>
/// <param name="Nonce">Big-endian integer as it came, or null.</param>
internal sealed record TimestampRequest(
    ReadOnlyMemory<byte> Imprint,
    ReadOnlyMemory<byte>? Nonce,
    bool WantsCertificates
)
{
    private static readonly Dictionary<string, int> Digests = new(StringComparer.Ordinal)
    {
        ["2.16.840.1.101.3.4.2.1"] = SHA256.HashSizeInBytes,
        ["2.16.840.1.101.3.4.2.2"] = SHA384.HashSizeInBytes,
        ["2.16.840.1.101.3.4.2.3"] = SHA512.HashSizeInBytes,
    };

    public static TimestampRequest OfSha256(ReadOnlySpan<byte> digest)
    {
        if (digest.Length != SHA256.HashSizeInBytes)
        {
            throw new ArgumentException("A SHA-256 digest has 32 octets.", nameof(digest));
        }

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("2.16.840.1.101.3.4.2.1");
                writer.WriteNull();
            }

            writer.WriteOctetString(digest);
        }

        return new(writer.Encode(), null, WantsCertificates: true);
    }

    public static (TimestampRequest? Request, TimestampFailure? Failure) Read(ReadOnlyMemory<byte> der, string policy)
    {
        try
        {
            var outer = new AsnReader(der, AsnEncodingRules.DER);
            var body = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            if (!body.TryReadInt32(out var version) || version != 1)
            {
                return (null, TimestampFailure.BadRequest);
            }

            var imprint = body.ReadEncodedValue();
            if (Check(imprint) is { } failure)
            {
                return (null, failure);
            }

            if (Next(Asn1Tag.ObjectIdentifier) && body.ReadObjectIdentifier() != policy)
            {
                return (null, TimestampFailure.UnacceptedPolicy);
            }

            ReadOnlyMemory<byte>? nonce = Next(Asn1Tag.Integer) ? body.ReadIntegerBytes() : null;
            var wants = Next(Asn1Tag.Boolean) && body.ReadBoolean();
            return body.HasData ? (null, TimestampFailure.UnacceptedExtension) : (new(imprint, nonce, wants), null);

            bool Next(Asn1Tag tag) => body.HasData && body.PeekTag().HasSameClassAndValue(tag);
        }
        catch (AsnContentException)
        {
            return (null, TimestampFailure.BadDataFormat);
        }
    }

    private static TimestampFailure? Check(ReadOnlyMemory<byte> imprint)
    {
        var parts = new AsnReader(imprint, AsnEncodingRules.DER).ReadSequence();
        var algorithm = parts.ReadSequence();
        var known = Digests.TryGetValue(algorithm.ReadObjectIdentifier(), out var length);
        if (algorithm.HasData)
        {
            algorithm.ReadNull();
        }

        var digest = parts.ReadOctetString();
        parts.ThrowIfNotEmpty();
        return !known ? TimestampFailure.BadAlgorithm
            : digest.Length != length ? TimestampFailure.BadDataFormat
            : null;
    }
}
