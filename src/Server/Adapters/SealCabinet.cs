using System.Security.Cryptography;
using System.Text;
using Approvals.Cases.Printing;
using Approvals.Credentials.Authority;
using Approvals.Credentials.Keys;
using Approvals.Credentials.Signing;
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
    private const int SealDays = 1095;
    private static readonly TimeSpan ListValidity = TimeSpan.FromDays(7);
    private static readonly TimeSpan ListRenewal = TimeSpan.FromDays(1);
    private readonly Lock gate = new();
    private readonly Dictionary<string, IDocumentSigner> signers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (DateTimeOffset At, byte[] List)> lists = new(StringComparer.Ordinal);
    private readonly CertificateAuthority authority;
    private readonly FileKeyStore keys;

    private SealCabinet(CertificateAuthority authority, FileKeyStore keys) =>
        (this.authority, this.keys) = (authority, keys);

    /// <summary>The root that verifiers trust.</summary>
    public System.Security.Cryptography.X509Certificates.X509Certificate2 Root => authority.Root;

    /// <summary>Opens the authority of the data folder; makes one when there is none.</summary>
    public static SealCabinet Open(DataFolder folder, AuthorityNames names, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder.Keys);
        var store = new FileKeyStore(Path.Combine(folder.Keys, "signing"), Passphrase(folder));
        var directory = Path.Combine(folder.Keys, "authority");
        return new SealCabinet(
            CertificateAuthority.Exists(directory)
                ? CertificateAuthority.Open(directory, store)
                : CertificateAuthority.Create(directory, names, store, now),
            store
        );
    }

    /// <summary>
    /// The current revocation list (DER) of <c>root</c>, <c>persons</c> or <c>seals</c>, valid for a week and renewed daily;
    /// null for any other name.
    /// </summary>
    public byte[]? RevocationList(string issuer, DateTimeOffset now)
    {
        lock (gate)
        {
            if (lists.TryGetValue(issuer, out var known) && now - known.At < ListRenewal && now >= known.At)
            {
                return known.List;
            }

            var list = issuer switch
            {
                "root" => RootList(now),
                "persons" => authority.Persons.PublishRevocationList(now, ListValidity),
                "seals" => authority.Seals.PublishRevocationList(now, ListValidity),
                _ => null,
            };
            if (list is not null)
            {
                lists[issuer] = (now, list);
            }

            return list;
        }
    }

    /// <summary>Certificates for keys that people hold.</summary>
    public CertificateEnrolment Enrolment => new(authority);

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

        authority.Dispose();
    }

    private byte[] RootList(DateTimeOffset now)
    {
        using var root = authority.OpenRoot(keys);
        return root.PublishRevocationList(now, ListValidity);
    }

    private static string Passphrase(DataFolder folder)
    {
        if (Environment.GetEnvironmentVariable(PassphraseVariable) is { Length: > 0 } given)
        {
            return given;
        }

        var path = Path.Combine(folder.Keys, "passphrase");
        if (!File.Exists(path))
        {
            DurableFile.Write(
                path,
                Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)))
            );
        }

        return File.ReadAllText(path);
    }
}
