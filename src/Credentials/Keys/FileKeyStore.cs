using System.Security.Cryptography;
using System.Text;
using Approvals.Kernel.Folders;

namespace Approvals.Credentials.Keys;

/// <summary>
/// Keys as PKCS#8 files (<c>name.p8</c>, PEM) encrypted under a passphrase by PBES2: PBKDF2-HMAC-SHA-256, then AES-256-CBC
/// (RFC 8018). The passphrase protects a stolen disk or backup, not a stolen process.
/// </summary>
public sealed class FileKeyStore : IKeyStore
{
    /// <summary>OWASP's figure for PBKDF2 with SHA-256; costs a fraction of a second per opened key.</summary>
    public const int DefaultIterations = 600_000;

    /// <summary>For a passphrase of 256 random bits: nobody guesses it, so that stretching it would only cost the time of every start.</summary>
    public const int RandomPassphraseIterations = 1_000;

    private readonly string directory;
    private readonly string passphrase;
    private readonly int iterations;

    /// <param name="passphrase">Not empty; whoever starts the server supplies it.</param>
    public FileKeyStore(string directory, string passphrase, int iterations = DefaultIterations)
    {
        ArgumentException.ThrowIfNullOrEmpty(passphrase);
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        this.directory = directory;
        this.passphrase = passphrase;
        this.iterations = iterations;
        DurableFile.CreateFolder(directory);
    }

    public bool Contains(string name) => File.Exists(PathOf(name));

    public ISigningKey Create(string name, SignatureAlgorithm algorithm)
    {
        if (algorithm != SignatureAlgorithm.EcdsaP256Sha256)
        {
            throw new NotSupportedException($"Keys of {algorithm.Id} are not made by this store.");
        }

        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterations);
        var pem = key.ExportEncryptedPkcs8PrivateKeyPem(passphrase, parameters);
        DurableFile.Create(PathOf(name), Encoding.ASCII.GetBytes(pem + "\n"));
        return new EcdsaKey(key);
    }

    public ISigningKey Open(string name)
    {
        var path = PathOf(name);
        if (!File.Exists(path))
        {
            throw new KeyNotFoundException($"No key is called {name}.");
        }

        var key = ECDsa.Create();
        key.ImportFromEncryptedPem(File.ReadAllText(path), passphrase);
        return new EcdsaKey(key);
    }

    private string PathOf(string name)
    {
        if (
            name.Length == 0
            || !name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
        )
        {
            throw new ArgumentException("A key's name is lower-case letters, digits and hyphens.", nameof(name));
        }

        return Path.Combine(directory, name + ".p8");
    }
}
