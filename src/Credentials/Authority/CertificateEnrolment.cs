using System.Security.Cryptography.X509Certificates;
using Approvals.Kernel;

namespace Approvals.Credentials.Authority;

/// <summary>What a certificate is for; each kind has its issuing authority and its profile.</summary>
public enum CredentialKind
{
    /// <summary>A person signs: applicant, clerk, approver, bidder, expert, key holder.</summary>
    Person,

    /// <summary>An organisation's electronic seal, held by its 印章管理员.</summary>
    Seal,
}

/// <summary>
/// Certificates for keys that are elsewhere, made in a browser: issue, renew, revoke, ask. Who may have which is decided before;
/// here counts that the key's owner asked, that the profile allows it, and that the register knows. Safe for any number of threads.
/// </summary>
public sealed class CertificateEnrolment(CertificateAuthority authority)
{
    /// <summary>
    /// Issues for the key of a request. Rejections: those of <see cref="CertificationRequest.Read"/> and
    /// <see cref="CertificateIssuer.Issue"/>.
    /// </summary>
    /// <param name="request">PKCS#10, DER.</param>
    /// <param name="nonce">What the request must carry as its challengePassword; the caller sees to it that it is used once.</param>
    public Issuance Issue(
        ReadOnlyMemory<byte> request,
        string nonce,
        CredentialKind kind,
        SubjectName subject,
        int days,
        DateTimeOffset now
    )
    {
        var (key, rejection) = CertificationRequest.Read(request.Span, nonce);
        if (key is null)
        {
            return new(null, rejection);
        }

        var (issuer, profile) = For(kind);
        return issuer.Issue(new(profile, subject, key, days), now);
    }

    /// <summary>
    /// A certificate for the same subject and a fresh key, as long as the old one is neither revoked nor over. The old one stays
    /// good until it ends or is revoked as superseded. Further rejection: <c>certificate.not-renewable</c>.
    /// </summary>
    public Issuance Renew(
        X509Certificate2 previous,
        ReadOnlyMemory<byte> request,
        string nonce,
        CredentialKind kind,
        int days,
        DateTimeOffset now
    )
    {
        var (issuer, _) = For(kind);
        var isLive =
            issuer.Issued(previous)
            && StatusOf(previous).Standing == CertificateStanding.Good
            && now.UtcDateTime <= previous.NotAfter.ToUniversalTime();
        return !isLive || SubjectName.Of(previous) is not { } subject
            ? new(null, Rejection.Of("certificate.not-renewable"))
            : Issue(request, nonce, kind, subject, days, now);
    }

    /// <summary>Rejections: <c>certificate.unknown</c>, <c>certificate.reason</c>.</summary>
    public Rejection? Revoke(X509Certificate2 certificate, X509RevocationReason reason, DateTimeOffset now) =>
        IssuerOf(certificate) is { } issuer
            ? issuer.Revoke(certificate.SerialNumber, reason, now)
            : Rejection.Of("certificate.unknown");

    public CertificateStatus StatusOf(X509Certificate2 certificate) =>
        IssuerOf(certificate)?.StatusOf(certificate.SerialNumber) ?? CertificateStatus.Unknown;

    /// <summary>From the issuer up to the root, as <see cref="Signing.PdfSigner.Prepare"/> wants it; empty for a foreign
    /// certificate.</summary>
    public IReadOnlyList<X509Certificate2> ChainOf(X509Certificate2 certificate) =>
        IssuerOf(certificate) is { } issuer ? [issuer.Certificate, authority.Root] : [];

    private CertificateIssuer? IssuerOf(X509Certificate2 certificate) =>
        authority.Issuers.FirstOrDefault(issuer => issuer.Issued(certificate));

    private (CertificateIssuer Issuer, CertificateProfile Profile) For(CredentialKind kind) =>
        kind switch
        {
            CredentialKind.Person => (authority.Persons, CertificateProfile.DocumentSigning),
            CredentialKind.Seal => (authority.Seals, CertificateProfile.DocumentSigning),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
