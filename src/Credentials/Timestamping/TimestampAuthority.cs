using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Keys;
using Approvals.Credentials.Signing;

namespace Approvals.Credentials.Timestamping;

/// <summary>
/// 时间戳服务 (RFC 3161): signs that a digest was there at an instant. Tokens are ordered: of two, the one with the earlier instant was
/// made earlier. Safe for any number of threads.
/// </summary>
public sealed class TimestampAuthority : ITimestampSource, IDisposable
{
    /// <summary>Names what this authority promises: its clock is the server's, accuracy one second, tokens ordered.</summary>
    public const string Policy = "2.25.275604892718455186937105821466013482551";

    internal const string TstInfo = "1.2.840.113549.1.9.16.1.4";
    private const int LargestRequest = 4096;
    private readonly ISigningKey key;
    private readonly X509Certificate2 certificate;
    private readonly IReadOnlyList<X509Certificate2> certificates;
    private readonly TimestampSequence sequence;

    internal TimestampAuthority(
        ISigningKey key,
        X509Certificate2 certificate,
        IReadOnlyList<X509Certificate2> chain,
        string sequenceFile
    )
    {
        (this.key, this.certificate) = (key, certificate);
        certificates = [certificate, .. chain];
        sequence = new(sequenceFile);
    }

    public X509Certificate2 Certificate => certificate;

    /// <summary>The answer to a request of any shape: a TimeStampResp with a token or with the reason why there is none.</summary>
    /// <param name="request">DER of a TimeStampReq.</param>
    public byte[] Respond(ReadOnlyMemory<byte> request, DateTimeOffset now)
    {
        if (request.Length > LargestRequest)
        {
            return Refusal(TimestampFailure.BadRequest);
        }

        var (read, failure) = TimestampRequest.Read(request, Policy);
        return read is null ? Refusal(failure!.Value)
            : Token(read, now) is { } token ? Granted(token)
            : Refusal(TimestampFailure.TimeNotAvailable);
    }

    /// <inheritdoc/>
    public byte[] Stamp(ReadOnlySpan<byte> digest, DateTimeOffset now) =>
        TryStamp(digest, now) ?? throw new InvalidOperationException("The clock stands before the last timestamp.");

    /// <summary>As <see cref="Stamp"/>; null while the clock stands before the last timestamp.</summary>
    public byte[]? TryStamp(ReadOnlySpan<byte> digest, DateTimeOffset now) =>
        Token(TimestampRequest.OfSha256(digest), now);

    public void Dispose() => key.Dispose();

    private byte[]? Token(TimestampRequest request, DateTimeOffset now)
    {
        if (sequence.Next(now) is not { } place)
        {
            return null;
        }

        var content = Content(request, place.Serial, place.At);
        var attributes = CadesSignature.SignedAttributes(key.Algorithm.Hash(content), certificate, TstInfo);
        return CadesSignature.Assemble(
            new(
                attributes,
                key.Sign(attributes),
                key.Algorithm,
                certificate,
                request.WantsCertificates ? certificates : []
            )
            {
                ContentType = TstInfo,
                Content = content,
            }
        );
    }

    private static byte[] Content(TimestampRequest request, long serial, DateTimeOffset at)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteObjectIdentifier(Policy);
            writer.WriteEncodedValue(request.Imprint.Span);
            writer.WriteInteger(serial);
            writer.WriteGeneralizedTime(at);
            using (writer.PushSequence())
            {
                writer.WriteInteger((long)TimestampSequence.Accuracy.TotalSeconds);
            }

            writer.WriteBoolean(true);
            if (request.Nonce is { } nonce)
            {
                writer.WriteInteger(nonce.Span);
            }
        }

        return writer.Encode();
    }

    private static byte[] Granted(byte[] token)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
            }

            writer.WriteEncodedValue(token);
        }

        return writer.Encode();
    }

    private static byte[] Refusal(TimestampFailure failure)
    {
        const int Rejection = 2;
        var bits = new byte[((int)failure / 8) + 1];
        bits[^1] = (byte)(0x80 >> ((int)failure % 8));
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteInteger(Rejection);
            writer.WriteBitString(bits, 7 - ((int)failure % 8));
        }

        return writer.Encode();
    }
}
