using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Keys;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Timestamping;
using Approvals.Credentials.Verification;

namespace Approvals.Credentials.Signing;

/// <summary>
/// A document laid out with its ByteRange, waiting for the signature value. What <see cref="Document"/> shows is what is signed.
/// Between the two steps the document may be kept and taken up again with <see cref="Resume"/>.
/// </summary>
public sealed class PreparedSignature
{
    private readonly byte[] document;
    private readonly int contentsStart;
    private readonly int contentsLength;
    private readonly SignatureAlgorithm algorithm;
    private readonly X509Certificate2 certificate;
    private readonly IReadOnlyList<X509Certificate2> chain;

    private PreparedSignature(
        byte[] document,
        int contentsStart,
        int contentsLength,
        SignatureAlgorithm algorithm,
        X509Certificate2 certificate,
        IReadOnlyList<X509Certificate2> chain
    )
    {
        (this.document, this.contentsStart, this.contentsLength) = (document, contentsStart, contentsLength);
        (this.algorithm, this.certificate, this.chain) = (algorithm, certificate, chain);
        var digest = algorithm.Hash(SignedRange.Covered(document, contentsStart, contentsLength));
        SignedAttributes = CadesSignature.SignedAttributes(digest, certificate);
    }

    public ReadOnlyMemory<byte> Document => document;

    /// <summary>Where the place of the signature value begins and ends: the only bytes that the digest leaves out.</summary>
    public int ContentsStart => contentsStart;

    public int ContentsEnd => contentsStart + contentsLength;

    /// <summary>DER, to be hashed and signed by the key of the certificate.</summary>
    public ReadOnlyMemory<byte> SignedAttributes { get; }

    /// <summary>Takes up a <see cref="Document"/> that was kept; the attributes come out the same.</summary>
    /// <exception cref="PdfFormatException">The bytes are no document that was prepared for this field.</exception>
    public static PreparedSignature Resume(
        ReadOnlyMemory<byte> document,
        string field,
        X509Certificate2 certificate,
        IReadOnlyList<X509Certificate2> chain
    )
    {
        var file = PdfFile.Open(document);
        var signed = SignedField.AllOf(file).FirstOrDefault(each => each.Name == field);
        if (
            signed?.Dictionary["Contents"] is not PdfString contents
            || contents.Bytes.AsSpan().ContainsAnyExcept((byte)0)
            || ByteRange.Of(file, signed).Range is not { } range
            || range.End != document.Length
        )
        {
            throw new PdfFormatException($"the document does not wait for a signature of {field}", -1);
        }

        return Of(document.ToArray(), contents.Start, contents.End - contents.Start, certificate, chain);
    }

    /// <summary>True when the value was made over these attributes by the certificate's key: to be asked before completing with what
    /// came from outside.</summary>
    /// <param name="signature">DER for ECDSA.</param>
    public bool Accepts(ReadOnlySpan<byte> signature) =>
        algorithm.Verify(certificate.PublicKey, SignedAttributes.Span, signature);

    /// <summary>The signed document. A value that is not accepted is a <see cref="CryptographicException"/>.</summary>
    /// <param name="signature">DER for ECDSA.</param>
    /// <param name="timestamps">Stamps the signature value, which makes it a B-T; null leaves it a B-B.</param>
    /// <param name="now">For the timestamp.</param>
    public byte[] Complete(
        ReadOnlySpan<byte> signature,
        ITimestampSource? timestamps = null,
        DateTimeOffset now = default
    )
    {
        if (!Accepts(signature))
        {
            throw new CryptographicException("The signature was not made by this certificate's key.");
        }

        var parts = new CmsParts(
            SignedAttributes,
            signature.ToArray(),
            algorithm,
            certificate,
            [certificate, .. chain]
        );
        if (timestamps is not null)
        {
            parts = parts with { Timestamp = timestamps.Stamp(SHA256.HashData(signature), now) };
        }

        return SignedRange.With(document, contentsStart, contentsLength, CadesSignature.Assemble(parts));
    }

    internal static PreparedSignature Of(
        byte[] document,
        int contentsStart,
        int contentsLength,
        X509Certificate2 certificate,
        IReadOnlyList<X509Certificate2> chain
    )
    {
        var scheme =
            SignatureAlgorithm.For(certificate.PublicKey)
            ?? throw new InvalidOperationException("The certificate's key is of a kind that doesn't sign here.");
        return new(document, contentsStart, contentsLength, scheme, certificate, chain);
    }
}
