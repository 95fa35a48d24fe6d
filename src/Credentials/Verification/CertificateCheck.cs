using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Authority;

namespace Approvals.Credentials.Verification;

/// <summary>
/// Is this a certificate for signing documents, under one of these roots, at this instant? Nothing is fetched from anywhere.
/// Codes: <c>signature.chain</c>, <c>signature.expired</c>, <c>signature.usage</c>, <c>signature.revoked</c>,
/// <c>signature.revocation-unknown</c>.
/// </summary>
internal static class CertificateCheck
{
    public static IEnumerable<Finding> Check(
        X509Certificate2 certificate,
        X509Certificate2Collection others,
        Trust trust,
        DateTimeOffset now
    )
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trust.Roots.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        if (!chain.Build(certificate))
        {
            foreach (var status in chain.ChainStatus)
            {
                var code = status.Status == X509ChainStatusFlags.NotTimeValid ? "signature.expired" : "signature.chain";
                yield return new(code, status.Status.ToString());
            }
        }

        if (trust.RevocationLists is { } lists)
        {
            foreach (
                var finding in Revocation([.. chain.ChainElements.Select(element => element.Certificate)], lists, now)
            )
            {
                yield return finding;
            }
        }

        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        if (usage is null || (usage.KeyUsages & X509KeyUsageFlags.NonRepudiation) == X509KeyUsageFlags.None)
        {
            yield return new("signature.usage", "The key is not meant for signatures that bind.");
        }

        var purposes = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault();
        var allowed = purposes?.EnhancedKeyUsages.Cast<Oid>().Select(oid => oid.Value) ?? [];
        if (!allowed.Contains(CertificateProfile.DocumentSigningUsage, StringComparer.Ordinal))
        {
            yield return new("signature.usage", "The certificate is not for signing documents.");
        }
    }

    /// <summary>Every certificate below the root must be absent from a current list of its issuer.</summary>
    private static IEnumerable<Finding> Revocation(
        X509Certificate2[] chain,
        IReadOnlyList<RevocationList> lists,
        DateTimeOffset now
    )
    {
        for (var i = 0; i + 1 < chain.Length; i++)
        {
            var (certificate, issuer) = (chain[i], chain[i + 1]);
            var list = lists
                .Where(each => each.ThisUpdate <= now && each.NextUpdate > now && each.IsSignedBy(issuer))
                .MaxBy(each => each.ThisUpdate);
            if (list is null)
            {
                yield return new("signature.revocation-unknown", $"No current list of {issuer.Subject} is at hand.");
            }
            else if (list.RevokedAt(certificate) is { } instant)
            {
                yield return new("signature.revoked", $"{certificate.Subject} was revoked at {instant:u}.");
            }
        }
    }
}
