using System.Security.Cryptography;
using System.Text;
using Approvals.Cases.Printing;
using Approvals.Credentials.Authority;
using Approvals.Credentials.Keys;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Timestamping;
using Approvals.Credentials.Verification;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Organisations;

namespace Approvals.Server.Adapters;

/// <summary>
/// The built-in authority of this installation and the seals it has issued, in <c>keys/</c> of the data folder. Keys are
/// encrypted under the passphrase in <c>APPROVALS_KEY_PASSPHRASE</c>; without one, under a random passphrase in a file
/// beside them, which protects a copied key file but not a copied folder (docs/security.md).
/// </summary>
public sealed class SealCabinet : ISealKeys, IDisposable
{
    private const string PassphraseVariable = "APPROVALS_KEY_PASSPHRASE";
    private const string RootName = "root";
    private const int SealDays = 1095;
    private static readonly TimeSpan ListValidity = TimeSpan.FromDays(7);
    private static readonly TimeSpan ListRenewal = TimeSpan.FromDays(1);
    private readonly Lock gate = new();
    private readonly Dictionary<string, IDocumentSigner> signers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset At, int Revoked, byte[] List)> lists = new(
        StringComparer.Ordinal
    );
    private readonly CertificateAuthority authority;
    private readonly FileKeyStore keys;
    private readonly string directory;

    private SealCabinet(CertificateAuthority authority, string directory, FileKeyStore keys)
    {
        (this.authority, this.directory, this.keys) = (authority, directory, keys);
        Services = new(authority, directory, keys, RevocationList);
        Enrolment = new(authority);
    }

    /// <summary>The root that verifiers trust.</summary>
    public System.Security.Cryptography.X509Certificates.X509Certificate2 Root => authority.Root;

    public CertificateAuthority Authority => authority;

    /// <summary>Responders and timestamps.</summary>
    public AuthorityServices Services { get; }

    /// <summary>Certificates for keys that people hold.</summary>
    public CertificateEnrolment Enrolment { get; }

    public IValidationSource Validation => Services;

    /// <summary>True when the data folder has a whole authority.</summary>
    public static bool Exists(DataFolder folder) => CertificateAuthority.Exists(DirectoryOf(folder));

    /// <summary>Opens the authority of the data folder; makes one when there is none.</summary>
    public static SealCabinet Open(DataFolder folder, AuthorityNames names, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder.Keys);
        var store = OpenKeys(folder);
        var place = DirectoryOf(folder);
        return new SealCabinet(
            CertificateAuthority.Exists(place)
                ? CertificateAuthority.Open(place, store)
                : CertificateAuthority.Create(place, names, store, now),
            place,
            store
        );
    }

    /// <summary>
    /// The current revocation list (DER) of an authority by its name in the register, valid for a week, renewed daily and at
    /// every revocation; null for any other name.
    /// </summary>
    public byte[]? RevocationList(string issuer, DateTimeOffset now)
    {
        lock (gate)
        {
            if (issuer == RootName)
            {
                return RootList(now);
            }

            return authority.Issuers.FirstOrDefault(each => each.Name == issuer) is { } found
                ? Current(found, now)
                : null;
        }
    }

    /// <summary>The next revocation list that is asked for is made anew: somebody has just been revoked.</summary>
    public void ForgetRevocationLists()
    {
        lock (gate)
        {
            lists.Clear();
        }
    }

    /// <summary>A key of the server itself, made when it is first asked for.</summary>
    public ISigningKey ServiceKey(string name) =>
        keys.Contains(name) ? keys.Open(name) : keys.Create(name, SignatureAlgorithm.EcdsaP256Sha256);

    /// <summary>What the platform's own verifier believes: its root, and the lists of this moment.</summary>
    public Trust Trust(DateTimeOffset now)
    {
        var current = authority.Issuers.Select(issuer => issuer.Name).Append(RootName);
        var known = current.Select(name => RevocationList(name, now)).OfType<byte[]>();
        return new([Root], [.. known.Select(list => Credentials.Verification.RevocationList.Read(list)!)]);
    }

    public ITimestampSource Timestamps(DateTimeOffset now) => Services.Timestamps(now);

    public IDocumentSigner SealOf(Unit unit, DateTimeOffset now)
    {
        var name = "seal-" + unit.Code;
        lock (gate)
        {
            if (!signers.TryGetValue(name, out var signer))
            {
                var subject = new SubjectName(unit.Name + "电子印章", unit.Name);
                signer = authority.FindSigner(name) ?? authority.Enrol(name, subject, authority.Seals, SealDays, now);
                signers[name] = signer;
            }

            return signer;
        }
    }

    public void Dispose()
    {
        foreach (var signer in signers.Values)
        {
            signer.Dispose();
        }

        Services.Dispose();
        authority.Dispose();
    }

    /// <summary>When the root's key has been moved away, its list is the file that was put beside its certificate.</summary>
    private byte[]? RootList(DateTimeOffset now)
    {
        if (!keys.Contains("ca-" + RootName))
        {
            var file = Path.Combine(directory, RootName + ".crl");
            return File.Exists(file) ? File.ReadAllBytes(file) : null;
        }

        if (lists.TryGetValue(RootName, out var known) && IsCurrent(known.At, now))
        {
            return known.List;
        }

        using var root = authority.OpenRoot(keys);
        return Current(root, now);
    }

    private byte[] Current(CertificateIssuer issuer, DateTimeOffset now)
    {
        var revoked = issuer.RevokedCount;
        if (lists.TryGetValue(issuer.Name, out var known) && known.Revoked == revoked && IsCurrent(known.At, now))
        {
            return known.List;
        }

        var list = issuer.PublishRevocationList(now, ListValidity);
        lists[issuer.Name] = (now, revoked, list);
        return list;
    }

    private static bool IsCurrent(DateTimeOffset at, DateTimeOffset now) => now - at < ListRenewal && now >= at;

    private static string DirectoryOf(DataFolder folder) => Path.Combine(folder.Keys, "authority");

    /// <summary>The keys under the passphrase that was given, or else under a random one that stands beside them.</summary>
    private static FileKeyStore OpenKeys(DataFolder folder)
    {
        var place = Path.Combine(folder.Keys, "signing");
        if (Environment.GetEnvironmentVariable(PassphraseVariable) is { Length: > 0 } given)
        {
            return new FileKeyStore(place, given);
        }

        var path = Path.Combine(folder.Keys, "passphrase");
        if (!File.Exists(path))
        {
            var random = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
            DurableFile.Write(path, Encoding.ASCII.GetBytes(random));
        }

        return new FileKeyStore(place, File.ReadAllText(path), FileKeyStore.RandomPassphraseIterations);
    }
}
