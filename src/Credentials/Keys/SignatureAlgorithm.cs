using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Approvals.Credentials.Keys;

/// <summary>
/// A signature scheme with its digest, under an id that is stored with keys and certificates; new schemes join
/// <see cref="All"/> and nothing else names one.
/// </summary>
/// <param name="Id">Stable, lower case: <c>ecdsa-p256-sha256</c>.</param>
/// <param name="SignatureOid">AlgorithmIdentifier of signatures, parameters absent.</param>
/// <param name="KeyOid">AlgorithmIdentifier of the subject's key.</param>
/// <param name="KeyParameters">DER of the key's parameters, as it stands in a SubjectPublicKeyInfo.</param>
public sealed record SignatureAlgorithm(
    string Id,
    string SignatureOid,
    HashAlgorithmName Digest,
    string DigestOid,
    string KeyOid,
    ReadOnlyMemory<byte> KeyParameters
)
{
    /// <summary>ECDSA over NIST P-256 with SHA-256; signature values are DER (RFC 5758 §3.2).</summary>
    public static readonly SignatureAlgorithm EcdsaP256Sha256 = new(
        "ecdsa-p256-sha256",
        "1.2.840.10045.4.3.2",
        HashAlgorithmName.SHA256,
        "2.16.840.1.101.3.4.2.1",
        "1.2.840.10045.2.1",
        EncodeOid("1.2.840.10045.3.1.7")
    );

    public static IReadOnlyList<SignatureAlgorithm> All { get; } = [EcdsaP256Sha256];

    /// <summary>The scheme that a subject's key is used with, or null when none is known here.</summary>
    public static SignatureAlgorithm? For(PublicKey key) =>
        All.FirstOrDefault(algorithm =>
            key.Oid.Value == algorithm.KeyOid
            && key.EncodedParameters?.RawData.AsSpan().SequenceEqual(algorithm.KeyParameters.Span) == true
        );

    public static SignatureAlgorithm Of(string id) =>
        All.FirstOrDefault(algorithm => algorithm.Id == id)
        ?? throw new ArgumentException($"No signature algorithm is called {id}.", nameof(id));

    public byte[] Hash(ReadOnlySpan<byte> data) => CryptographicOperations.HashData(Digest, data);

    /// <summary>True when the key of this scheme made the signature; a malformed signature is false.</summary>
    public bool Verify(PublicKey key, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var ecdsa = key.GetECDsaPublicKey();
        return ecdsa?.VerifyData(data, signature, Digest, DSASignatureFormat.Rfc3279DerSequence) == true;
    }

    /// <summary>
    /// A P-256 signature as it goes into a certificate or a CMS, from what WebCrypto gives: r and s side by side (IEEE P1363)
    /// become DER.
    /// Null when the value has another length.
    /// </summary>
    public static byte[]? FromWebCrypto(ReadOnlySpan<byte> signature)
    {
        const int Half = 32;
        if (signature.Length != 2 * Half)
        {
            return null;
        }

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(new System.Numerics.BigInteger(signature[..Half], isUnsigned: true, isBigEndian: true));
            writer.WriteInteger(new System.Numerics.BigInteger(signature[Half..], isUnsigned: true, isBigEndian: true));
        }

        return writer.Encode();
    }

    /// <summary>DER of the AlgorithmIdentifier of signatures.</summary>
    public byte[] ToIdentifier()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignatureOid);
        }

        return writer.Encode();
    }

    private static byte[] EncodeOid(string oid)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.WriteObjectIdentifier(oid);
        return writer.Encode();
    }
}
