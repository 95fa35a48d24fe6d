using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Authority;
using Approvals.Credentials.Authority.Ocsp;
using Approvals.Credentials.Keys;

namespace Approvals.Credentials.Verification;

/// <summary>A responder's answer (RFC 6960 §4.2), read but believed only after <see cref="IsAuthorisedBy"/>.</summary>
internal sealed class OcspAnswer
{
    private const string Basic = "1.3.6.1.5.5.7.48.1.1";
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag One = new(TagClass.ContextSpecific, 1, isConstructed: true);
    private readonly ReadOnlyMemory<byte> data;
    private readonly string signatureOid;
    private readonly byte[] signature;
    private readonly List<X509Certificate2> certificates = [];
    private readonly DateTimeOffset producedAt;

    private OcspAnswer(ReadOnlyMemory<byte> der)
    {
        var response = new AsnReader(der, AsnEncodingRules.DER).ReadSequence();
        if (!response.ReadEncodedValue().Span.SequenceEqual((ReadOnlySpan<byte>)[0x0A, 0x01, 0x00]))
        {
            throw new AsnContentException("The responder gave no answer.");
        }

        var bytes = response.ReadSequence(Zero).ReadSequence();
        if (bytes.ReadObjectIdentifier() != Basic)
        {
            throw new AsnContentException("The answer is of another kind.");
        }

        var basic = new AsnReader(bytes.ReadOctetString(), AsnEncodingRules.DER).ReadSequence();
        data = basic.PeekEncodedValue();
        var body = basic.ReadSequence();
        signatureOid = basic.ReadSequence().ReadObjectIdentifier();
        signature = basic.ReadBitString(out _);
        if (basic.HasData)
        {
            for (var list = basic.ReadSequence(Zero).ReadSequence(); list.HasData; )
            {
                certificates.Add(X509CertificateLoader.LoadCertificate(list.ReadEncodedValue().Span));
            }
        }

        if (body.PeekTag().HasSameClassAndValue(Zero))
        {
            body.ReadEncodedValue();
        }

        body.ReadEncodedValue();
        producedAt = body.ReadGeneralizedTime();
        var singles = body.ReadSequence();
        var single = singles.ReadSequence();
        // One question, one answer: what is stored with a signature is about one certificate.
        singles.ThrowIfNotEmpty();
        Id = OcspCertificateId.Read(single.ReadEncodedValue());
        (IsGood, RevokedAt) = Status(single);
        ThisUpdate = single.ReadGeneralizedTime();
        NextUpdate =
            single.HasData && single.PeekTag().HasSameClassAndValue(Zero)
                ? single.ReadSequence(Zero).ReadGeneralizedTime()
                : ThisUpdate;
    }

    public OcspCertificateId Id { get; }
    public bool IsGood { get; }
    public DateTimeOffset? RevokedAt { get; }
    public DateTimeOffset ThisUpdate { get; }
    public DateTimeOffset NextUpdate { get; }

    /// <summary>The answer, or null when the bytes are none.</summary>
    public static OcspAnswer? Read(ReadOnlyMemory<byte> der)
    {
        try
        {
            return new(der);
        }
        catch (Exception broken) when (broken is AsnContentException or CryptographicException)
        {
            return null;
        }
    }

    public bool IsAbout(X509Certificate2 certificate, X509Certificate2 issuer) =>
        Id.Serial == certificate.SerialNumber && Id.IsOf(issuer);

    /// <summary>Signed by the issuer, or by a key that the issuer certified for answering, while that certificate was valid.</summary>
    public bool IsAuthorisedBy(X509Certificate2 issuer) =>
        IsSignedBy(issuer) || certificates.Exists(each => IsDelegated(each, issuer) && IsSignedBy(each));

    private bool IsDelegated(X509Certificate2 responder, X509Certificate2 issuer) =>
        SignatureAlgorithm.For(issuer.PublicKey) is { } algorithm
        && responder.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData)
        && SignedCertificate.IsSignedBy(responder, issuer.PublicKey, algorithm)
        && responder.NotBefore.ToUniversalTime() <= producedAt.UtcDateTime
        && responder.NotAfter.ToUniversalTime() >= producedAt.UtcDateTime
        && responder
            .Extensions.OfType<X509EnhancedKeyUsageExtension>()
            .Any(usage =>
                usage.EnhancedKeyUsages.Cast<Oid>().Any(oid => oid.Value == CertificateProfile.OcspSigningUsage)
            );

    private bool IsSignedBy(X509Certificate2 certificate) =>
        SignatureAlgorithm.For(certificate.PublicKey) is { } algorithm
        && algorithm.SignatureOid == signatureOid
        && algorithm.Verify(certificate.PublicKey, data.Span, signature);

    private static (bool IsGood, DateTimeOffset? RevokedAt) Status(AsnReader single)
    {
        var tag = single.PeekTag();
        if (tag.HasSameClassAndValue(One))
        {
            return (false, single.ReadSequence(One).ReadGeneralizedTime());
        }

        single.ReadEncodedValue();
        return (tag.HasSameClassAndValue(new Asn1Tag(TagClass.ContextSpecific, 0)), null);
    }
}
