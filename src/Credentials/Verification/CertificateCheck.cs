using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Authority;

namespace Approvals.Credentials.Verification;

/// <summary>
/// Is this a certificate for signing documents, or for timestamps, under one of these roots, at this instant? Nothing is fetched
/// from anywhere. Codes: <c>signature.chain</c>, <c>signature.expired</c>, <c>signature.usage</c> and the same under
/// <c>timestamp</c>.
/// </summary>
internal static class CertificateCheck
{
    /// <returns>What is wrong, and the chain as far as it was found, leaf first.</returns>
    public static (List<Finding> Faults, X509Certificate2[] Chain) ForSigning(
        X509Certificate2 certificate,
        X509Certificate2Collection others,
        Trust trust,
        DateTimeOffset at
    )
    {
        var (faults, chain) = Build("signature", certificate, others, trust, at);
        var usage = certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault();
        if (usage is null || (usage.KeyUsages & X509KeyUsageFlags.NonRepudiation) == X509KeyUsageFlags.None)
        {
            faults.Add(new("signature.usage", "The key is not meant for signatures that bind."));
        }

        if (!Purposes(certificate).Contains(CertificateProfile.DocumentSigningUsage, StringComparer.Ordinal))
        {
            faults.Add(new("signature.usage", "The certificate is not for signing documents."));
        }

        return (faults, chain);
    }

    /// <inheritdoc cref="ForSigning"/>
    public static (List<Finding> Faults, X509Certificate2[] Chain) ForTimestamps(
        X509Certificate2 certificate,
        X509Certificate2Collection others,
        Trust trust,
        DateTimeOffset at
    )
    {
        var (faults, chain) = Build("timestamp", certificate, others, trust, at);
        var isCritical = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault()?.Critical;
        if (isCritical != true || Purposes(certificate) is not [CertificateProfile.TimestampingUsage])
        {
            faults.Add(new("timestamp.usage", "The certificate is not for timestamps and nothing else."));
        }

        return (faults, chain);
    }

    private static (List<Finding> Faults, X509Certificate2[] Chain) Build(
        string subject,
        X509Certificate2 certificate,
        X509Certificate2Collection others,
        Trust trust,
        DateTimeOffset at
    )
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trust.Roots.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        chain.ChainPolicy.VerificationTimeIgnored = false;
        var faults = new List<Finding>();
        if (!chain.Build(certificate))
        {
            foreach (var status in chain.ChainStatus)
            {
                var what = status.Status == X509ChainStatusFlags.NotTimeValid ? "expired" : "chain";
                faults.Add(new($"{subject}.{what}", status.Status.ToString()));
            }
        }

        return (faults, [.. chain.ChainElements.Select(element => element.Certificate)]);
    }

    private static string?[] Purposes(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault() is { } purposes
            ? [.. purposes.EnhancedKeyUsages.Cast<Oid>().Select(oid => oid.Value)]
            : [];
}
