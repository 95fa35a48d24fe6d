using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Keys;

namespace Approvals.Credentials.Authority;

/// <summary>
/// Reads a finished certificate back and holds it against its profile (RFC 5280 §4, RFC 9336): what was meant is not trusted, only
/// what stands in the bytes. An empty list is a pass.
/// </summary>
public static class CertificateLint
{
    private const int MinimumSerialBytes = 8;

    /// <param name="issuer">The issuing certificate, or the certificate itself for a root.</param>
    public static IReadOnlyList<string> Check(
        X509Certificate2 certificate,
        CertificateProfile profile,
        X509Certificate2 issuer
    )
    {
        var faults = new List<string>();
        Require(certificate.Version == 3, "it is not version 3");
        var serial = certificate.SerialNumberBytes.Span;
        Require(
            serial.Length is >= MinimumSerialBytes and <= 20 && serial[0] is > 0 and < 0x80,
            "the serial number is not positive, random-sized and at most 20 octets"
        );
        Require(
            certificate.IssuerName.RawData.AsSpan().SequenceEqual(issuer.SubjectName.RawData),
            "the issuer's name differs from the issuer"
        );
        Require(certificate.NotAfter > certificate.NotBefore, "it ends before it begins");
        Require(
            (certificate.NotAfter - certificate.NotBefore).TotalDays <= profile.MaximumDays,
            "it is valid for longer than its profile allows"
        );
        Require(
            certificate.NotBefore >= issuer.NotBefore && certificate.NotAfter <= issuer.NotAfter,
            "it is not within its issuer's validity"
        );
        var algorithm = SignatureAlgorithm.For(certificate.PublicKey);
        Require(algorithm is not null && profile.Algorithms.Contains(algorithm), "its key is of a kind not allowed");
        Require(
            SignatureAlgorithm.For(issuer.PublicKey)?.SignatureOid == certificate.SignatureAlgorithm.Value,
            "it is not signed by the issuer's scheme"
        );
        CheckExtensions();
        return faults;

        void Require(bool holds, string otherwise)
        {
            if (!holds)
            {
                faults.Add(otherwise);
            }
        }

        void CheckExtensions()
        {
            var constraints = Only<X509BasicConstraintsExtension>();
            Require(
                constraints is { Critical: true }
                    && constraints.CertificateAuthority == profile.IsAuthority
                    && (!profile.IsAuthority || constraints.PathLengthConstraint == profile.PathLength),
                "basic constraints differ from the profile"
            );
            Require(
                Only<X509KeyUsageExtension>() is { Critical: true } usage && usage.KeyUsages == profile.KeyUsage,
                "key usage differs from the profile"
            );
            var usages = Only<X509EnhancedKeyUsageExtension>();
            Require(
                usages is null || usages.Critical == profile.PurposeIsCritical,
                "extended key usage is critical where its profile says otherwise"
            );
            var purposes = usages?.EnhancedKeyUsages.Cast<System.Security.Cryptography.Oid>();
            Require(
                (purposes?.Select(oid => oid.Value!) ?? []).SequenceEqual(
                    profile.ExtendedUsages,
                    StringComparer.Ordinal
                ),
                "extended key usage differs from the profile"
            );
            var own = Only<X509SubjectKeyIdentifierExtension>()?.SubjectKeyIdentifier;
            var above = issuer.Extensions.OfType<X509SubjectKeyIdentifierExtension>().FirstOrDefault();
            var named = Only<X509AuthorityKeyIdentifierExtension>()?.KeyIdentifier;
            Require(own is not null, "the subject key identifier is missing");
            Require(
                named is { } identifier && Convert.ToHexString(identifier.Span) == above?.SubjectKeyIdentifier,
                "the authority key identifier is not the issuer's"
            );
            Require(
                certificate.Extensions.Any(extension => extension.Oid?.Value == CertificateTemplate.NoCheckOid)
                    == profile.IsExemptFromRevocation,
                "exemption from revocation differs from the profile"
            );
            Require(
                (Only<X509SubjectAlternativeNameExtension>()?.EnumerateDnsNames().Any() ?? false)
                    == profile.NamesServers,
                "server names differ from the profile"
            );
            Require(
                certificate.Extensions.Select(extension => extension.Oid?.Value).Distinct().Count()
                    == certificate.Extensions.Count,
                "an extension stands twice"
            );
        }

        T? Only<T>()
            where T : X509Extension => certificate.Extensions.OfType<T>().SingleOrDefault();
    }
}
