using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Keys;

namespace Approvals.Credentials.Authority.Ocsp;

/// <summary>
/// Answers for one issuing authority whether its certificates are good (RFC 6960), with a key that the authority delegated. Answers
/// come from the register at once, so that a revocation counts from the next question on. Safe for any number of threads.
/// </summary>
public sealed class OcspResponder : IDisposable
{
    /// <summary>How long an answer may be used.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromHours(12);

    private const string Basic = "1.3.6.1.5.5.7.48.1.1";
    private const string Nonce = "1.3.6.1.5.5.7.48.1.2";
    private const int LargestRequest = 8192;
    private const int MostQuestions = 16;
    private const int Malformed = 1;
    private const int Unauthorized = 6;
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag One = new(TagClass.ContextSpecific, 1, isConstructed: true);
    private readonly CertificateIssuer issuer;
    private readonly ISigningKey key;

    internal OcspResponder(CertificateIssuer issuer, ISigningKey key, X509Certificate2 certificate) =>
        (this.issuer, this.key, Certificate) = (issuer, key, certificate);

    public X509Certificate2 Certificate { get; }

    /// <summary>The answer to a request of any shape; one about other authorities' certificates is unauthorized.</summary>
    /// <param name="request">DER of an OCSPRequest.</param>
    public byte[] Respond(ReadOnlyMemory<byte> request, DateTimeOffset now)
    {
        if (request.Length > LargestRequest || Read(request) is not { } asked)
        {
            return Error(Malformed);
        }

        return asked.Ids.TrueForAll(id => id.IsOf(issuer.Certificate))
            ? Answer(asked.Ids, asked.Nonce, now)
            : Error(Unauthorized);
    }

    /// <summary>The answer for one certificate, as it is stored with a signature.</summary>
    public byte[] Respond(X509Certificate2 certificate, DateTimeOffset now) =>
        Answer([OcspCertificateId.Of(certificate, issuer.Certificate)], nonce: null, now);

    public void Dispose() => key.Dispose();

    private static (List<OcspCertificateId> Ids, ReadOnlyMemory<byte>? Nonce)? Read(ReadOnlyMemory<byte> request)
    {
        try
        {
            var outer = new AsnReader(request, AsnEncodingRules.DER);
            var body = outer.ReadSequence().ReadSequence();
            outer.ThrowIfNotEmpty();
            Skip(Zero);
            Skip(One);
            var ids = new List<OcspCertificateId>();
            for (var list = body.ReadSequence(); list.HasData && ids.Count <= MostQuestions; )
            {
                ids.Add(OcspCertificateId.Read(list.ReadSequence().ReadEncodedValue()));
            }

            return ids.Count is 0 or > MostQuestions ? null : (ids, NonceOf(body));

            void Skip(Asn1Tag tag)
            {
                if (body.HasData && body.PeekTag().HasSameClassAndValue(tag))
                {
                    body.ReadEncodedValue();
                }
            }
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    /// <returns>The whole extension, DER; it is repeated in the answer (RFC 8954).</returns>
    private static ReadOnlyMemory<byte>? NonceOf(AsnReader body)
    {
        const int Longest = 64;
        if (!body.HasData)
        {
            return null;
        }

        var extensions = body.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 2, true)).ReadSequence();
        while (extensions.HasData)
        {
            var extension = extensions.ReadEncodedValue();
            var oid = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence().ReadObjectIdentifier();
            if (oid == Nonce && extension.Length <= Longest)
            {
                return extension;
            }
        }

        return null;
    }

    private byte[] Answer(List<OcspCertificateId> ids, ReadOnlyMemory<byte>? nonce, DateTimeOffset now)
    {
        var at = CertificateIssuer.Seconds(now);
        var data = Data(ids, nonce, at);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(data);
            writer.WriteEncodedValue(key.Algorithm.ToIdentifier());
            writer.WriteBitString(key.Sign(data));
            using (writer.PushSequence(Zero))
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(Certificate.RawDataMemory.Span);
            }
        }

        var response = new AsnWriter(AsnEncodingRules.DER);
        using (response.PushSequence())
        {
            response.WriteEncodedValue([0x0A, 0x01, 0x00]);
            using (response.PushSequence(Zero))
            using (response.PushSequence())
            {
                response.WriteObjectIdentifier(Basic);
                response.WriteOctetString(writer.Encode());
            }
        }

        return response.Encode();
    }

    private byte[] Data(List<OcspCertificateId> ids, ReadOnlyMemory<byte>? nonce, DateTimeOffset at)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(One))
            {
                writer.WriteEncodedValue(Certificate.SubjectName.RawData);
            }

            writer.WriteGeneralizedTime(at, omitFractionalSeconds: true);
            using (writer.PushSequence())
            {
                foreach (var id in ids)
                {
                    using (writer.PushSequence())
                    {
                        writer.WriteEncodedValue(id.Encoded.Span);
                        Status(writer, issuer.StatusOf(id.Serial));
                        writer.WriteGeneralizedTime(at, omitFractionalSeconds: true);
                        using (writer.PushSequence(Zero))
                        {
                            writer.WriteGeneralizedTime(at + Validity, omitFractionalSeconds: true);
                        }
                    }
                }
            }

            if (nonce is { } extension)
            {
                using (writer.PushSequence(One))
                using (writer.PushSequence())
                {
                    writer.WriteEncodedValue(extension.Span);
                }
            }
        }

        return writer.Encode();
    }

    private static void Status(AsnWriter writer, CertificateStatus status)
    {
        switch (status.Standing)
        {
            case CertificateStanding.Good:
                writer.WriteNull(new Asn1Tag(TagClass.ContextSpecific, 0));
                break;
            case CertificateStanding.Revoked:
                using (writer.PushSequence(One))
                {
                    writer.WriteGeneralizedTime(status.RevokedAt!.Value, omitFractionalSeconds: true);
                    // Unspecified is said by saying nothing (RFC 5280 §5.3.1).
                    if (status.Reason is not X509RevocationReason.Unspecified)
                    {
                        using (writer.PushSequence(Zero))
                        {
                            writer.WriteEnumeratedValue(status.Reason!.Value);
                        }
                    }
                }

                break;
            default:
                writer.WriteNull(new Asn1Tag(TagClass.ContextSpecific, 2));
                break;
        }
    }

    private static byte[] Error(int status) => [0x30, 0x03, 0x0A, 0x01, (byte)status];
}
