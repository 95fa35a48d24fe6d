using System.Security.Cryptography.X509Certificates;

namespace Approvals.Credentials.Keys;

/// <summary>
/// Where private keys live: encrypted files (<see cref="FileKeyStore"/>), or a device that never gives them out. Names are lower-case
/// letters, digits and hyphens.
/// </summary>
public interface IKeyStore
{
    bool Contains(string name);

    /// <summary>Makes a key that is safe on disk when this returns; a taken name is an <see cref="InvalidOperationException"/>.</summary>
    ISigningKey Create(string name, SignatureAlgorithm algorithm);

    /// <exception cref="KeyNotFoundException">No key has this name.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The passphrase is wrong or the file damaged.</exception>
    ISigningKey Open(string name);
}

/// <summary>A private key that signs where it is. Safe for any number of threads.</summary>
public interface ISigningKey : IDisposable
{
    SignatureAlgorithm Algorithm { get; }

    PublicKey PublicKey { get; }

    /// <summary>Hashes and signs; the value is what goes into a certificate or a CMS (DER for ECDSA).</summary>
    byte[] Sign(ReadOnlySpan<byte> data);
}
