using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Authority.Ocsp;
using Approvals.Credentials.Keys;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Timestamping;
using Approvals.Kernel.Folders;

namespace Approvals.Credentials.Authority;

/// <summary>
/// What an authority runs beside issuing: a responder for each issuing authority and the timestamp authority, with keys and
/// certificates of their own under <c>services/</c>. Certificates are renewed here before they end. Safe for any number of threads.
/// </summary>
public sealed class AuthorityServices : IValidationSource, IDisposable
{
    private const int ResponderDays = 90;
    private const int TimestampDays = 1827;
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(30);
    private readonly CertificateAuthority authority;
    private readonly string directory;
    private readonly IKeyStore keys;
    private readonly string organisation;
    private readonly Func<string, DateTimeOffset, byte[]?> lists;
    private readonly Lock gate = new();
    private readonly Dictionary<string, OcspResponder> responders = new(StringComparer.Ordinal);
    private TimestampAuthority? timestamps;

    /// <param name="directory">The authority's folder.</param>
    /// <param name="lists">Gives the current revocation list (DER) of an authority by its name in the register.</param>
    public AuthorityServices(
        CertificateAuthority authority,
        string directory,
        IKeyStore keys,
        Func<string, DateTimeOffset, byte[]?> lists
    )
    {
        (this.authority, this.directory, this.keys) = (authority, Path.Combine(directory, "services"), keys);
        this.lists = lists;
        organisation =
            SubjectName.Of(authority.Root)?.Organisation ?? throw new InvalidDataException("The root has no name.");
        DurableFile.CreateFolder(this.directory);
    }

    /// <summary>The responder of an issuing authority by its name in the register, or null.</summary>
    public OcspResponder? Responder(string issuer, DateTimeOffset now)
    {
        if (authority.Issuers.FirstOrDefault(each => each.Name == issuer) is not { } from)
        {
            return null;
        }

        lock (gate)
        {
            if (responders.TryGetValue(issuer, out var known) && IsFresh(known.Certificate, now))
            {
                return known;
            }

            var subject = new SubjectName($"{SubjectName.Of(from.Certificate)!.CommonName}状态查询", organisation);
            var wanted = new Wanted("ocsp-" + issuer, from, CertificateProfile.OcspResponder, subject, ResponderDays);
            var (key, certificate) = Ensure(wanted, now);
            return responders[issuer] = new(from, key, certificate);
        }
    }

    public TimestampAuthority Timestamps(DateTimeOffset now)
    {
        lock (gate)
        {
            if (timestamps is null || !IsFresh(timestamps.Certificate, now))
            {
                var subject = new SubjectName("时间戳服务", organisation);
                var profile = CertificateProfile.Timestamping;
                var wanted = new Wanted("timestamp", authority.Timestamps, profile, subject, TimestampDays);
                var (key, certificate) = Ensure(wanted, now);
                X509Certificate2[] chain = [authority.Timestamps.Certificate, authority.Root];
                timestamps = new(key, certificate, chain, Path.Combine(directory, "timestamp.sequence"));
            }

            return timestamps;
        }
    }

    /// <summary>An answer about the certificate itself, the root's list for the authority above it.</summary>
    public ValidationData For(X509Certificate2 certificate, DateTimeOffset now)
    {
        if (authority.Issuers.FirstOrDefault(each => each.Issued(certificate)) is not { } issuer)
        {
            return new([certificate.RawDataMemory], [], []);
        }

        var above = lists(CertificateAuthority.RootName, now);
        return new(
            [certificate.RawDataMemory, issuer.Certificate.RawDataMemory, authority.Root.RawDataMemory],
            [Responder(issuer.Name, now)!.Respond(certificate, now)],
            above is null ? [] : [above]
        );
    }

    public void Dispose()
    {
        foreach (var responder in responders.Values)
        {
            responder.Dispose();
        }

        timestamps?.Dispose();
    }

    private static bool IsFresh(X509Certificate2 certificate, DateTimeOffset now) =>
        certificate.NotBefore.ToUniversalTime() <= now.UtcDateTime
        && certificate.NotAfter.ToUniversalTime() > now.UtcDateTime + Ahead;

    private (ISigningKey Key, X509Certificate2 Certificate) Ensure(Wanted wanted, DateTimeOffset now)
    {
        var key = keys.Contains(wanted.Name)
            ? keys.Open(wanted.Name)
            : keys.Create(wanted.Name, SignatureAlgorithm.EcdsaP256Sha256);
        var path = Path.Combine(directory, wanted.Name + ".pem");
        if (File.Exists(path))
        {
            var known = X509Certificate2.CreateFromPem(File.ReadAllText(path));
            if (IsFresh(known, now) && wanted.Issuer.Issued(known))
            {
                return (key, known);
            }
        }

        var request = new IssuanceRequest(wanted.Profile, wanted.Subject, key.PublicKey, wanted.Days);
        var certificate = wanted.Issuer.Issue(request, now).Certificate;
        DurableFile.Write(path, System.Text.Encoding.ASCII.GetBytes(certificate.ExportCertificatePem() + "\n"));
        return (key, certificate);
    }

    private sealed record Wanted(
        string Name,
        CertificateIssuer Issuer,
        CertificateProfile Profile,
        SubjectName Subject,
        int Days
    );
}
