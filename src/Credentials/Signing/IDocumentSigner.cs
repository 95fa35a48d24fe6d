using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Keys;

namespace Approvals.Credentials.Signing;

/// <summary>Whoever can sign documents with a certificate: a seal's key in the server's store, a device, a person's browser.</summary>
public interface IDocumentSigner : IDisposable
{
    X509Certificate2 Certificate { get; }

    /// <summary>From the issuer up to the root.</summary>
    IReadOnlyList<X509Certificate2> Chain { get; }

    SignatureAlgorithm Algorithm { get; }

    /// <param name="signedAttributes">DER of the CMS SET OF attributes, to be hashed and signed.</param>
    byte[] Sign(ReadOnlySpan<byte> signedAttributes);
}

/// <summary>Signs with a key of a key store.</summary>
public sealed class KeyDocumentSigner(
    ISigningKey key,
    X509Certificate2 certificate,
    IReadOnlyList<X509Certificate2> chain
) : IDocumentSigner
{
    public X509Certificate2 Certificate { get; } = certificate;
    public IReadOnlyList<X509Certificate2> Chain { get; } = chain;
    public SignatureAlgorithm Algorithm => key.Algorithm;

    public byte[] Sign(ReadOnlySpan<byte> signedAttributes) => key.Sign(signedAttributes);

    public void Dispose() => key.Dispose();
}
