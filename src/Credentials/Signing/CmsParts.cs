using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Keys;

namespace Approvals.Credentials.Signing;

/// <summary>What a CMS with one signer is made of (RFC 5652).</summary>
/// <param name="SignedAttributes">DER of the SET OF.</param>
/// <param name="Certificates">Those that come along, the signer's among them; may be none.</param>
internal sealed record CmsParts(
    ReadOnlyMemory<byte> SignedAttributes,
    ReadOnlyMemory<byte> Signature,
    SignatureAlgorithm Algorithm,
    X509Certificate2 Signer,
    IReadOnlyList<X509Certificate2> Certificates
)
{
    public string ContentType { get; init; } = CadesSignature.Data;

    /// <summary>Set when the content is inside; a detached signature has none.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>An RFC 3161 token over the signature value, as an unsigned attribute (RFC 5126 §6.1.1).</summary>
    public ReadOnlyMemory<byte>? Timestamp { get; init; }
}
