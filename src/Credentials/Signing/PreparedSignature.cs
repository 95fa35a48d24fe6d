using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Approvals.Credentials.Keys;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Signing;

/// <summary>
/// A document laid out with its ByteRange, waiting for the signature value. What <see cref="Document"/> shows is what is signed.
/// </summary>
public sealed class PreparedSignature
{
    private readonly byte[] document;
    private readonly int contentsStart;
    private readonly int reserved;
    private readonly SignatureAlgorithm algorithm;
    private readonly X509Certificate2 certificate;
    private readonly IReadOnlyList<X509Certificate2> chain;

    private PreparedSignature(
        byte[] document,
        int contentsStart,
        int reserved,
        byte[] signedAttributes,
        SignatureAlgorithm algorithm,
        X509Certificate2 certificate,
        IReadOnlyList<X509Certificate2> chain
    )
    {
        (this.document, this.contentsStart, this.reserved) = (document, contentsStart, reserved);
        (this.algorithm, this.certificate, this.chain) = (algorithm, certificate, chain);
        SignedAttributes = signedAttributes;
    }

    public ReadOnlyMemory<byte> Document => document;

    /// <summary>DER, to be hashed and signed by the key of the certificate.</summary>
    public ReadOnlyMemory<byte> SignedAttributes { get; }

    /// <summary>True when the value was made over these attributes by the certificate's key: to be asked before completing with what
    /// came from outside.</summary>
    /// <param name="signature">DER for ECDSA.</param>
    public bool Accepts(ReadOnlySpan<byte> signature) =>
        algorithm.Verify(certificate.PublicKey, SignedAttributes.Span, signature);

    /// <summary>The signed document. A value that is not accepted is a <see cref="CryptographicException"/>.</summary>
    /// <param name="signature">DER for ECDSA.</param>
    public byte[] Complete(ReadOnlySpan<byte> signature)
    {
        if (!Accepts(signature))
        {
            throw new CryptographicException("The signature was not made by this certificate's key.");
        }

        var cms = CadesSignature.Assemble(SignedAttributes.Span, signature, algorithm, certificate, chain);
        if (cms.Length > reserved)
        {
            throw new InvalidOperationException($"The signature needs {cms.Length} bytes, {reserved} are reserved.");
        }

        var signed = (byte[])document.Clone();
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms), signed.AsSpan(contentsStart + 1));
        return signed;
    }

    internal static PreparedSignature Of(
        byte[] document,
        PdfPlaceholder byteRange,
        PdfPlaceholder contents,
        SignatureAlgorithm algorithm,
        X509Certificate2 certificate,
        IReadOnlyList<X509Certificate2> chain
    )
    {
        var (start, end) = (contents.Offset, contents.Offset + contents.Bytes.Length);
        var range = $"[0 {start} {end} {document.Length - end}]".PadRight(byteRange.Bytes.Length);
        Encoding.ASCII.GetBytes(range, document.AsSpan(byteRange.Offset));
        byte[] covered = [.. document.AsSpan(0, start), .. document.AsSpan(end)];
        var attributes = CadesSignature.SignedAttributes(algorithm.Hash(covered), certificate);
        return new(document, start, (contents.Bytes.Length - 2) / 2, attributes, algorithm, certificate, chain);
    }
}
