using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Keys;

namespace Approvals.Credentials.Authority;

/// <summary>
/// What certificates of one kind may say (RFC 5280). Checked when made and immutable after, so that issuing can't be argued with:
/// requests choose subject, key and days, nothing else.
/// </summary>
public sealed record CertificateProfile
{
    /// <summary>RFC 9336: signing of documents for people to read.</summary>
    public const string DocumentSigningUsage = "1.3.6.1.5.5.7.3.36";

    /// <summary>Programs based on NSS (pdfsig) accept document signatures only of certificates that also have this.</summary>
    public const string EmailProtectionUsage = "1.3.6.1.5.5.7.3.4";

    public static readonly CertificateProfile Root = new(
        "root",
        pathLength: 1,
        X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign,
        [],
        maximumDays: 7305
    );

    /// <summary>An authority that issues to people, seals or services and to no further authority.</summary>
    public static readonly CertificateProfile Issuing = new(
        "issuing",
        pathLength: 0,
        X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign,
        [],
        maximumDays: 3653
    );

    public static readonly CertificateProfile DocumentSigning = new(
        "document-signing",
        pathLength: null,
        X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation,
        [DocumentSigningUsage, EmailProtectionUsage],
        maximumDays: 1827
    );

    /// <param name="pathLength">How many authorities may follow; null makes it no authority.</param>
    public CertificateProfile(
        string id,
        int? pathLength,
        X509KeyUsageFlags keyUsage,
        IReadOnlyList<string> extendedUsages,
        int maximumDays,
        IReadOnlyList<SignatureAlgorithm>? algorithms = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maximumDays, 7305);
        if (pathLength is < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(pathLength));
        }

        const X509KeyUsageFlags AuthorityUsage = X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign;
        if (
            keyUsage == X509KeyUsageFlags.None
            || (pathLength is not null) != ((keyUsage & AuthorityUsage) != X509KeyUsageFlags.None)
        )
        {
            throw new ArgumentException("Signing certificates and lists is what makes an authority.", nameof(keyUsage));
        }

        if ((pathLength is null) == (extendedUsages.Count == 0))
        {
            throw new ArgumentException(
                "An end certificate names its purposes, an authority none.",
                nameof(extendedUsages)
            );
        }

        (Id, PathLength, KeyUsage, MaximumDays) = (id, pathLength, keyUsage, maximumDays);
        ExtendedUsages = [.. extendedUsages];
        Algorithms = algorithms is null ? SignatureAlgorithm.All : [.. algorithms];
    }

    public string Id { get; }
    public int? PathLength { get; }
    public bool IsAuthority => PathLength is not null;
    public X509KeyUsageFlags KeyUsage { get; }
    public IReadOnlyList<string> ExtendedUsages { get; }
    public int MaximumDays { get; }

    /// <summary>Keys of these schemes are certified, others refused.</summary>
    public IReadOnlyList<SignatureAlgorithm> Algorithms { get; }
}
