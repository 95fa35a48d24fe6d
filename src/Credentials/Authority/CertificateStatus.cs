using System.Collections.Frozen;
using System.Security.Cryptography.X509Certificates;

namespace Approvals.Credentials.Authority;

public enum CertificateStanding
{
    Good,
    Revoked,

    /// <summary>Never issued by the authority that was asked.</summary>
    Unknown,
}

/// <summary>What an authority says of one of its certificates, whether or not it has expired meanwhile.</summary>
/// <param name="RevokedAt">Set with <paramref name="Reason"/> when it is revoked.</param>
public sealed record CertificateStatus(
    CertificateStanding Standing,
    DateTimeOffset? RevokedAt = null,
    X509RevocationReason? Reason = null
)
{
    public static readonly CertificateStatus Good = new(CertificateStanding.Good);
    public static readonly CertificateStatus Unknown = new(CertificateStanding.Unknown);
}

/// <summary>Why a certificate may be revoked here (RFC 5280 §5.3.1); holds are not used, a revocation is for good.</summary>
public static class RevocationReasons
{
    /// <summary>By the names used on the command line and in forms.</summary>
    public static FrozenDictionary<string, X509RevocationReason> All { get; } =
        new Dictionary<string, X509RevocationReason>(StringComparer.Ordinal)
        {
            ["unspecified"] = X509RevocationReason.Unspecified,
            ["key-compromise"] = X509RevocationReason.KeyCompromise,
            ["ca-compromise"] = X509RevocationReason.CACompromise,
            ["affiliation-changed"] = X509RevocationReason.AffiliationChanged,
            ["superseded"] = X509RevocationReason.Superseded,
            ["cessation-of-operation"] = X509RevocationReason.CessationOfOperation,
            ["privilege-withdrawn"] = X509RevocationReason.PrivilegeWithdrawn,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of a reason, or null.</summary>
    public static string? NameOf(X509RevocationReason? reason) =>
        All.Where(each => each.Value == reason).Select(each => each.Key).FirstOrDefault();
}

/// <summary>One line of an authority's register for people to read.</summary>
/// <param name="Issuer">Name of the issuing authority.</param>
/// <param name="Subject">Distinguished name.</param>
public sealed record RegisteredCertificate(
    string Issuer,
    string Serial,
    string Subject,
    DateTimeOffset IssuedAt,
    CertificateStatus Status
);
