using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Approvals.Credentials.Keys;

/// <summary>A P-256 key in the memory of this process.</summary>
public sealed class EcdsaKey : ISigningKey
{
    private readonly ECDsa key;
    private readonly Lock gate = new();

    internal EcdsaKey(ECDsa key)
    {
        this.key = key;
        PublicKey = new PublicKey(key);
        Algorithm =
            SignatureAlgorithm.For(PublicKey)
            ?? throw new CryptographicException("The key is on a curve that is not used here.");
    }

    public SignatureAlgorithm Algorithm { get; }

    public PublicKey PublicKey { get; }

    public static EcdsaKey Generate() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        lock (gate)
        {
            return key.SignData(data, Algorithm.Digest, DSASignatureFormat.Rfc3279DerSequence);
        }
    }

    public void Dispose() => key.Dispose();
}
