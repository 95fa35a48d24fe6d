using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Keys;

namespace Approvals.Credentials.Authority;

/// <summary>Lets the runtime's certificate and revocation list builders sign with a key that stays in its store.</summary>
internal sealed class KeySignatureGenerator(ISigningKey key) : X509SignatureGenerator
{
    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) =>
        key.Algorithm.ToIdentifier();

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) =>
        hashAlgorithm == key.Algorithm.Digest
            ? key.Sign(data)
            : throw new CryptographicException($"{key.Algorithm.Id} doesn't sign with {hashAlgorithm}.");

    protected override PublicKey BuildPublicKey() => key.PublicKey;
}
