using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Keys;
using Approvals.Kernel;

namespace Approvals.Credentials.Authority;

/// <summary>What is asked for. The days begin at the instant of issue.</summary>
public sealed record IssuanceRequest(CertificateProfile Profile, SubjectName Subject, PublicKey Key, int Days)
{
    /// <summary>DNS names, for profiles that name servers and for no other.</summary>
    public IReadOnlyList<string> ServerNames { get; init; } = [];
}

/// <summary>The certificate, or why there is none.</summary>
public sealed record Issuance(X509Certificate2? Issued, Rejection? Rejection)
{
    public X509Certificate2 Certificate =>
        Issued ?? throw new InvalidOperationException($"Nothing was issued: {Rejection?.Code}.");
}

/// <summary>
/// One authority: a certificate, its key and its register. Issuing is check, lint, record the intent, sign once: the certificate
/// is first made with a throwaway key and read back by <see cref="CertificateLint"/>, so that the real key never signs a faulty one.
/// Safe for any number of threads.
/// </summary>
public sealed class CertificateIssuer : IDisposable
{
    private readonly ISigningKey key;
    private readonly IIssuanceRecord record;
    private readonly Lock gate = new();

    internal CertificateIssuer(
        string name,
        X509Certificate2 certificate,
        ISigningKey key,
        IIssuanceRecord record,
        Uri revocationLists
    )
    {
        (Name, Certificate, this.key, this.record) = (name, certificate, key, record);
        RevocationListAddress = new Uri(revocationLists, name + ".crl");
        // The root's key is away: what it issued is revoked by its list alone.
        ResponderAddress = name == CertificateAuthority.RootName ? null : new Uri(revocationLists, "../ocsp/" + name);
    }

    /// <summary>As it stands in the register.</summary>
    public string Name { get; }

    public X509Certificate2 Certificate { get; }

    /// <summary>Where certificates say that the list of this authority can be fetched.</summary>
    public Uri RevocationListAddress { get; }

    /// <summary>Where certificates say that a responder can be asked; null for the root.</summary>
    public Uri? ResponderAddress { get; }

    /// <summary>
    /// Rejections: <c>certificate.subject</c>, <c>certificate.server-name</c>, <c>certificate.key-algorithm</c>, <c>certificate.validity</c> (past the profile's
    /// or this authority's end).
    /// </summary>
    /// <exception cref="CryptographicException">The certificate would be faulty: a bug, nothing was signed.</exception>
    public Issuance Issue(IssuanceRequest request, DateTimeOffset now)
    {
        var (from, through) = (Seconds(now), Seconds(now).AddDays(request.Days));
        if (Check(request, through) is { } rejection)
        {
            return new(null, rejection);
        }

        lock (gate)
        {
            var template = CertificateTemplate.Of(request, Certificate, RevocationListAddress, ResponderAddress);
            var serial = CertificateTemplate.NewSerial();
            using var stand = EcdsaKey.Generate();
            var draft = template.Sign(Certificate.SubjectName, stand, from, through, serial);
            var faults = CertificateLint.Check(draft, request.Profile, Certificate);
            if (faults.Count > 0)
            {
                throw new CryptographicException("The certificate was not signed: " + string.Join("; ", faults) + ".");
            }

            var intended = ToBeSigned(draft);
            var number = Convert.ToHexString(serial);
            var subject = draft.SubjectName.Name;
            record.Append(new(now, IssuanceEvent.Intended, Name, number, subject, Digest(intended)));
            var certificate = template.Sign(Certificate.SubjectName, key, from, through, serial);
            if (!ToBeSigned(certificate).Span.SequenceEqual(intended.Span))
            {
                throw new CryptographicException("The signed certificate is not the one that was checked.");
            }

            record.Append(
                new(now, IssuanceEvent.Issued, Name, number, request.Profile.Id, Digest(certificate.RawData))
            );
            return new(certificate, null);
        }
    }

    /// <summary>Counts at once for <see cref="StatusOf"/>, for lists from the next one on. Revoking twice keeps the first instant.
    /// Rejections: <c>certificate.unknown</c>, <c>certificate.reason</c>.</summary>
    /// <param name="serial">Upper-case hexadecimal.</param>
    public Rejection? Revoke(string serial, X509RevocationReason reason, DateTimeOffset now)
    {
        if (!RevocationReasons.All.Values.Contains(reason))
        {
            return Rejection.Of("certificate.reason");
        }

        lock (gate)
        {
            var status = StatusOf(serial);
            if (status.Standing == CertificateStanding.Unknown)
            {
                return Rejection.Of("certificate.unknown");
            }

            if (status.Standing == CertificateStanding.Good)
            {
                record.Append(new(now, IssuanceEvent.Revoked, Name, serial, reason.ToString()));
            }

            return null;
        }
    }

    /// <summary>A foreign certificate is an argument error.</summary>
    /// <inheritdoc cref="Revoke(string, X509RevocationReason, DateTimeOffset)"/>
    public void Revoke(X509Certificate2 certificate, X509RevocationReason reason, DateTimeOffset now)
    {
        if (Revoke(certificate.SerialNumber, reason, now) is { } rejection)
        {
            throw new ArgumentException(
                $"The certificate can't be revoked here: {rejection.Code}.",
                nameof(certificate)
            );
        }
    }

    /// <summary>True when this authority's key signed the certificate.</summary>
    public bool Issued(X509Certificate2 certificate) =>
        certificate.IssuerName.RawData.AsSpan().SequenceEqual(Certificate.SubjectName.RawData)
        && SignedCertificate.IsSignedBy(certificate, Certificate.PublicKey, key.Algorithm);

    /// <summary>What the register says of a serial number in upper-case hexadecimal.</summary>
    public CertificateStatus StatusOf(string serial)
    {
        var entries = record.Of(Name, serial);
        if (!entries.Any(entry => entry.Event == IssuanceEvent.Issued))
        {
            return CertificateStatus.Unknown;
        }

        return entries.FirstOrDefault(entry => entry.Event == IssuanceEvent.Revoked) is { } revoked
            ? new(CertificateStanding.Revoked, revoked.At, Enum.Parse<X509RevocationReason>(revoked.Detail))
            : CertificateStatus.Good;
    }

    /// <summary>How many certificates are revoked: a published list that holds fewer is out of date.</summary>
    public int RevokedCount =>
        record.Read().Count(entry => entry.Issuer == Name && entry.Event == IssuanceEvent.Revoked);

    /// <summary>A signed revocation list (RFC 5280 §5), DER, with the next number.</summary>
    public byte[] PublishRevocationList(DateTimeOffset now, TimeSpan validity)
    {
        lock (gate)
        {
            var builder = new CertificateRevocationListBuilder();
            var number = 1;
            foreach (var entry in record.Read().Where(entry => entry.Issuer == Name))
            {
                if (entry.Event == IssuanceEvent.Revoked)
                {
                    builder.AddEntry(
                        Convert.FromHexString(entry.Serial),
                        entry.At,
                        Enum.Parse<X509RevocationReason>(entry.Detail)
                    );
                }
                else if (entry.Event == IssuanceEvent.RevocationListPublished)
                {
                    number++;
                }
            }

            var list = builder.Build(
                Certificate.SubjectName,
                new KeySignatureGenerator(key),
                number,
                Seconds(now + validity),
                key.Algorithm.Digest,
                X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, true, false),
                Seconds(now)
            );
            var serial = number.ToString(CultureInfo.InvariantCulture);
            record.Append(new(now, IssuanceEvent.RevocationListPublished, Name, serial, "", Digest(list)));
            return list;
        }
    }

    public void Dispose() => key.Dispose();

    internal static DateTimeOffset Seconds(DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());

    internal static string Digest(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));

    internal static ReadOnlyMemory<byte> ToBeSigned(X509Certificate2 certificate) =>
        new AsnReader(certificate.RawDataMemory, AsnEncodingRules.DER).ReadSequence().PeekEncodedValue();

    private Rejection? Check(IssuanceRequest request, DateTimeOffset through)
    {
        if (!request.Subject.IsUsable)
        {
            return Rejection.Of("certificate.subject");
        }

        if (
            (request.ServerNames.Count > 0) != request.Profile.NamesServers
            || request.ServerNames.Any(name => Uri.CheckHostName(name) != UriHostNameType.Dns)
        )
        {
            return Rejection.Of("certificate.server-name");
        }

        if (SignatureAlgorithm.For(request.Key) is not { } algorithm || !request.Profile.Algorithms.Contains(algorithm))
        {
            return Rejection.Of("certificate.key-algorithm");
        }

        var tooLong =
            request.Days < 1
            || request.Days > request.Profile.MaximumDays
            || through.UtcDateTime > Certificate.NotAfter.ToUniversalTime();
        return tooLong ? Rejection.Of("certificate.validity") : null;
    }
}
