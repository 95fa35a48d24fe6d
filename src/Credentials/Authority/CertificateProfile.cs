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

    /// <summary>RFC 5280 §4.2.1.12: a server proves its name to browsers.</summary>
    public const string TlsServerUsage = "1.3.6.1.5.5.7.3.1";

    /// <summary>RFC 3161 §2.3: must be the only purpose, and critical.</summary>
    public const string TimestampingUsage = "1.3.6.1.5.5.7.3.8";

    /// <summary>RFC 6960 §4.2.2.2: the issuer lets this key answer for it.</summary>
    public const string OcspSigningUsage = "1.3.6.1.5.5.7.3.9";

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

    public static readonly CertificateProfile TlsServer = new(
        "tls-server",
        pathLength: null,
        X509KeyUsageFlags.DigitalSignature,
        [TlsServerUsage],
        maximumDays: 397
    )
    {
        NamesServers = true,
    };

    public static readonly CertificateProfile Timestamping = new(
        "timestamping",
        pathLength: null,
        X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation,
        [TimestampingUsage],
        maximumDays: 3653
    )
    {
        PurposeIsCritical = true,
    };

    /// <summary>Short-lived instead of revocable: nobody could be asked about the one who answers.</summary>
    public static readonly CertificateProfile OcspResponder = new(
        "ocsp-responder",
        pathLength: null,
        X509KeyUsageFlags.DigitalSignature,
        [OcspSigningUsage],
        maximumDays: 90
    )
    {
        IsExemptFromRevocation = true,
    };

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

    /// <summary>The subject alternative name carries DNS names, at least one.</summary>
    public bool NamesServers { get; private init; }

    public bool PurposeIsCritical { get; private init; }

    /// <summary>Carries id-pkix-ocsp-nocheck (RFC 6960 §4.2.2.2.1) and no address of a responder.</summary>
    public bool IsExemptFromRevocation { get; private init; }

    /// <summary>Keys of these schemes are certified, others refused.</summary>
    public IReadOnlyList<SignatureAlgorithm> Algorithms { get; }
}
