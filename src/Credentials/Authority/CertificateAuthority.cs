using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Approvals.Credentials.Keys;
using Approvals.Credentials.Signing;
using Approvals.Kernel.Folders;

namespace Approvals.Credentials.Authority;

/// <summary>The names of a new hierarchy.</summary>
/// <param name="Organisation">Whose authority it is: 清源市政务服务数据管理局.</param>
/// <param name="Root">Common name of the root: 清源政务根证书.</param>
/// <param name="RevocationLists">
/// Base address of the published lists, ending in a slash; <c>seals.crl</c> is appended. The responders are its neighbours:
/// <c>../ocsp/seals</c>.
/// </param>
public sealed record AuthorityNames(
    string Organisation,
    string Root,
    string Persons,
    string Seals,
    string Tls,
    string Timestamps,
    Uri RevocationLists
);

/// <summary>
/// The built-in authority in one folder: <c>root.pem</c>, <c>persons.pem</c>, <c>seals.pem</c>, <c>tls.pem</c>,
/// <c>timestamps.pem</c>, <c>register.jsonl</c>, <c>revocation-lists.url</c>, <c>signers/</c> for certificates of keys this
/// server holds itself and <c>services/</c> for those of its responders and its timestamp authority. The root's key is needed once, to make the hierarchy, and
/// may then be kept elsewhere. Safe for any number of threads.
/// </summary>
public sealed class CertificateAuthority : IDisposable
{
    internal const string RootName = "root";
    private const string PersonsName = "persons";
    private const string SealsName = "seals";
    private const string TlsName = "tls";
    private const string TimestampsName = "timestamps";
    private const string AddressFile = "revocation-lists.url";
    private const int RootDays = 7305;
    private const int IssuingDays = 3650;
    private readonly string directory;
    private readonly IKeyStore keys;
    private readonly IIssuanceRecord record;
    private readonly Uri revocationLists;

    private CertificateAuthority(string directory, IKeyStore keys, IIssuanceRecord record)
    {
        (this.directory, this.keys, this.record) = (directory, keys, record);
        revocationLists = new(File.ReadAllText(Path.Combine(directory, AddressFile)).Trim());
        Root = Load(RootName);
        Persons = OpenIssuer(PersonsName);
        Seals = OpenIssuer(SealsName);
        Tls = OpenIssuer(TlsName);
        Timestamps = OpenIssuer(TimestampsName);
        Issuers = [Persons, Seals, Tls, Timestamps];

        CertificateIssuer OpenIssuer(string name) =>
            new(name, Load(name), keys.Open(KeyName(name)), record, revocationLists);
    }

    public X509Certificate2 Root { get; }

    /// <summary>Issues to people: applicants, clerks, approvers.</summary>
    public CertificateIssuer Persons { get; }

    /// <summary>Issues to the electronic seals of organisations.</summary>
    public CertificateIssuer Seals { get; }

    /// <summary>Issues to servers.</summary>
    public CertificateIssuer Tls { get; }

    /// <summary>Issues to timestamp authorities.</summary>
    public CertificateIssuer Timestamps { get; }

    /// <summary>All below the root.</summary>
    public IReadOnlyList<CertificateIssuer> Issuers { get; }

    /// <summary>True when the hierarchy is whole.</summary>
    public static bool Exists(string directory) =>
        new[] { RootName, PersonsName, SealsName, TlsName, TimestampsName }.All(name =>
            File.Exists(Path.Combine(directory, name + ".pem"))
        );

    /// <summary>Makes the hierarchy; one that a crash left half-made is finished with the keys it has.</summary>
    /// <param name="rootKeys">Where the root's key is made; null keeps it with the others.</param>
    /// <exception cref="InvalidOperationException">The folder has an authority already.</exception>
    public static CertificateAuthority Create(
        string directory,
        AuthorityNames names,
        IKeyStore keys,
        DateTimeOffset now,
        IKeyStore? rootKeys = null
    )
    {
        if (Exists(directory))
        {
            throw new InvalidOperationException($"{directory} has an authority already.");
        }

        DurableFile.CreateFolder(directory);
        var register = new FileIssuanceRecord(Path.Combine(directory, "register.jsonl"));
        var address = names.RevocationLists.AbsoluteUri + "\n";
        DurableFile.Write(Path.Combine(directory, AddressFile), Encoding.ASCII.GetBytes(address));
        using var rootKey = OpenOrCreate(rootKeys ?? keys, KeyName(RootName));
        var root =
            Find(directory, RootName)
            ?? Save(directory, RootName, SelfSign(new(names.Root, names.Organisation), rootKey, register, now));
        using var issuer = new CertificateIssuer(RootName, root, rootKey, register, names.RevocationLists);
        (string Name, string Common)[] below =
        [
            (PersonsName, names.Persons),
            (SealsName, names.Seals),
            (TlsName, names.Tls),
            (TimestampsName, names.Timestamps),
        ];
        foreach (var (name, common) in below)
        {
            if (Find(directory, name) is null)
            {
                using var key = OpenOrCreate(keys, KeyName(name));
                var subject = new SubjectName(common, names.Organisation);
                var issued = issuer.Issue(new(CertificateProfile.Issuing, subject, key.PublicKey, IssuingDays), now);
                Save(directory, name, issued.Certificate);
            }
        }

        return new(directory, keys, register);
    }

    /// <exception cref="FileNotFoundException">There is no authority in the folder.</exception>
    public static CertificateAuthority Open(string directory, IKeyStore keys) =>
        new(directory, keys, new FileIssuanceRecord(Path.Combine(directory, "register.jsonl")));

    /// <summary>The root as an issuer, for its revocation list; needs its key.</summary>
    public CertificateIssuer OpenRoot(IKeyStore rootKeys) =>
        new(RootName, Root, rootKeys.Open(KeyName(RootName)), record, revocationLists);

    /// <summary>
    /// Makes a key in the store, certifies it for signing documents and keeps both under the name. A key that a crash left without
    /// its certificate is used.
    /// </summary>
    /// <param name="name">Lower-case letters, digits and hyphens: <c>seal-wjw</c>.</param>
    /// <exception cref="InvalidOperationException">The name is taken, or the subject or the days are not acceptable.</exception>
    public IDocumentSigner Enrol(
        string name,
        SubjectName subject,
        CertificateIssuer issuer,
        int days,
        DateTimeOffset now
    )
    {
        var path = Path.Combine("signers", name);
        if (Find(directory, path) is not null)
        {
            throw new InvalidOperationException($"{name} is enrolled already.");
        }

        var key = OpenOrCreate(keys, name);
        var issuance = issuer.Issue(new(CertificateProfile.DocumentSigning, subject, key.PublicKey, days), now);
        DurableFile.CreateFolder(Path.Combine(directory, "signers"));
        Save(directory, path, issuance.Certificate);
        return new KeyDocumentSigner(key, issuance.Certificate, [issuer.Certificate, Root]);
    }

    /// <summary>The signer enrolled under the name, or null.</summary>
    public IDocumentSigner? FindSigner(string name)
    {
        if (Find(directory, Path.Combine("signers", name)) is not { } certificate)
        {
            return null;
        }

        var issuer = certificate.Issuer == Seals.Certificate.Subject ? Seals : Persons;
        return new KeyDocumentSigner(keys.Open(name), certificate, [issuer.Certificate, Root]);
    }

    /// <summary>Every certificate that was issued below the root, in order.</summary>
    public IEnumerable<RegisteredCertificate> Register()
    {
        var subjects = new Dictionary<(string, string), string>();
        foreach (var entry in record.Read())
        {
            if (entry.Event == IssuanceEvent.Intended)
            {
                subjects[(entry.Issuer, entry.Serial)] = entry.Detail;
            }
            else if (
                entry.Event == IssuanceEvent.Issued
                && Issuers.FirstOrDefault(each => each.Name == entry.Issuer) is { } issuer
            )
            {
                var subject = subjects.GetValueOrDefault((entry.Issuer, entry.Serial), "");
                yield return new(entry.Issuer, entry.Serial, subject, entry.At, issuer.StatusOf(entry.Serial));
            }
        }
    }

    public void Dispose()
    {
        foreach (var issuer in Issuers)
        {
            issuer.Dispose();
        }
    }

    private static string KeyName(string authority) => "ca-" + authority;

    private static X509Certificate2 SelfSign(
        SubjectName subject,
        ISigningKey key,
        FileIssuanceRecord record,
        DateTimeOffset now
    )
    {
        var template = CertificateTemplate.OfRoot(new(CertificateProfile.Root, subject, key.PublicKey, RootDays));
        var serial = CertificateTemplate.NewSerial();
        var (from, through) = (CertificateIssuer.Seconds(now), CertificateIssuer.Seconds(now).AddDays(RootDays));
        using var stand = EcdsaKey.Generate();
        var draft = template.Sign(subject.ToDistinguishedName(), stand, from, through, serial);
        var faults = CertificateLint.Check(draft, CertificateProfile.Root, draft);
        if (faults.Count > 0)
        {
            throw new CryptographicException("The root was not signed: " + string.Join("; ", faults) + ".");
        }

        var (number, name) = (Convert.ToHexString(serial), draft.SubjectName.Name);
        var digest = CertificateIssuer.Digest(CertificateIssuer.ToBeSigned(draft));
        record.Append(new(now, IssuanceEvent.Intended, RootName, number, name, digest));
        var root = template.Sign(subject.ToDistinguishedName(), key, from, through, serial);
        digest = CertificateIssuer.Digest(root.RawDataMemory);
        record.Append(new(now, IssuanceEvent.Issued, RootName, number, CertificateProfile.Root.Id, digest));
        return root;
    }

    private static ISigningKey OpenOrCreate(IKeyStore keys, string name) =>
        keys.Contains(name) ? keys.Open(name) : keys.Create(name, SignatureAlgorithm.EcdsaP256Sha256);

    private static X509Certificate2 Save(string directory, string name, X509Certificate2 certificate)
    {
        var pem = Encoding.ASCII.GetBytes(certificate.ExportCertificatePem() + "\n");
        DurableFile.Create(Path.Combine(directory, name + ".pem"), pem);
        return certificate;
    }

    private static X509Certificate2? Find(string directory, string name)
    {
        var path = Path.Combine(directory, name + ".pem");
        return File.Exists(path) ? X509Certificate2.CreateFromPem(File.ReadAllText(path)) : null;
    }

    private X509Certificate2 Load(string name) =>
        Find(directory, name) ?? throw new FileNotFoundException($"{directory} has no certificate {name}.");
}
