using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Keys;

namespace Approvals.Credentials.Verification;

/// <summary>A certificate revocation list (RFC 5280 §5), read but believed only after <see cref="IsSignedBy"/>.</summary>
public sealed class RevocationList
{
    private readonly ReadOnlyMemory<byte> toBeSigned;
    private readonly string signatureOid;
    private readonly byte[] signature;
    private readonly byte[] issuer;
    private readonly Dictionary<string, DateTimeOffset> revoked = new(StringComparer.Ordinal);

    private RevocationList(ReadOnlyMemory<byte> der)
    {
        var list = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        toBeSigned = list.PeekEncodedValue();
        var body = list.ReadSequence();
        signatureOid = list.ReadSequence().ReadObjectIdentifier();
        signature = list.ReadBitString(out _);
        if (body.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
        {
            body.ReadInteger();
        }

        body.ReadSequence();
        issuer = body.ReadEncodedValue().ToArray();
        ThisUpdate = Time(body);
        NextUpdate = Time(body);
        if (!body.HasData || !body.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            return;
        }

        for (var entries = body.ReadSequence(); entries.HasData; )
        {
            var entry = entries.ReadSequence();
            revoked[Convert.ToHexString(entry.ReadIntegerBytes().Span)] = Time(entry);
        }
    }

    public DateTimeOffset ThisUpdate { get; }
    public DateTimeOffset NextUpdate { get; }

    /// <summary>The list, or null when the bytes are none.</summary>
    public static RevocationList? Read(ReadOnlyMemory<byte> der)
    {
        try
        {
            return new(der);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    public bool IsSignedBy(X509Certificate2 authority) =>
        authority.SubjectName.RawData.AsSpan().SequenceEqual(issuer)
        && SignatureAlgorithm.For(authority.PublicKey) is { } algorithm
        && algorithm.SignatureOid == signatureOid
        && algorithm.Verify(authority.PublicKey, toBeSigned.Span, signature);

    /// <summary>When the certificate was revoked, or null.</summary>
    public DateTimeOffset? RevokedAt(X509Certificate2 certificate) =>
        revoked.TryGetValue(certificate.SerialNumber, out var instant) ? instant : null;

    private static DateTimeOffset Time(AsnReader reader) =>
        reader.PeekTag().HasSameClassAndValue(new Asn1Tag(UniversalTagNumber.UtcTime))
            ? reader.ReadUtcTime()
            : reader.ReadGeneralizedTime();
}
