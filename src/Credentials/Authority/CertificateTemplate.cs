using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Keys;

namespace Approvals.Credentials.Authority;

/// <summary>A profile filled in for one subject; signing it twice gives the same bytes to be signed.</summary>
internal sealed class CertificateTemplate
{
    /// <summary>RFC 6960 §4.2.2.2.1.</summary>
    public const string NoCheckOid = "1.3.6.1.5.5.7.48.1.5";

    private const int SerialBytes = 16;
    private readonly CertificateRequest request;

    private CertificateTemplate(CertificateRequest request) => this.request = request;

    /// <param name="revocationList">Where the issuer's list can be fetched.</param>
    /// <param name="responder">Where the issuer's OCSP responder listens; null when it has none.</param>
    public static CertificateTemplate Of(
        IssuanceRequest wanted,
        X509Certificate2 issuer,
        Uri revocationList,
        Uri? responder
    )
    {
        var template = Bare(wanted);
        var extensions = template.request.CertificateExtensions;
        extensions.Add(
            CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([revocationList.AbsoluteUri])
        );
        extensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, false));
        if (wanted.Profile.IsExemptFromRevocation)
        {
            extensions.Add(new X509Extension(NoCheckOid, [0x05, 0x00], critical: false));
        }
        else if (responder is not null)
        {
            extensions.Add(new X509AuthorityInformationAccessExtension([responder.AbsoluteUri], caIssuersUris: null));
        }

        if (wanted.Profile.NamesServers)
        {
            var names = new SubjectAlternativeNameBuilder();
            foreach (var name in wanted.ServerNames)
            {
                names.AddDnsName(name);
            }

            extensions.Add(names.Build());
        }

        return template;
    }

    /// <summary>Names itself as its authority.</summary>
    public static CertificateTemplate OfRoot(IssuanceRequest wanted)
    {
        var template = Bare(wanted);
        var own = template.request.CertificateExtensions.OfType<X509SubjectKeyIdentifierExtension>().Single();
        template.request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(own)
        );
        return template;
    }

    /// <summary>128 random bits; the first octet is kept within 1 to 127, so that the number is positive and never shorter.</summary>
    public static byte[] NewSerial()
    {
        var serial = RandomNumberGenerator.GetBytes(SerialBytes);
        serial[0] = (byte)RandomNumberGenerator.GetInt32(1, 128);
        return serial;
    }

    public X509Certificate2 Sign(
        X500DistinguishedName issuer,
        ISigningKey key,
        DateTimeOffset from,
        DateTimeOffset through,
        byte[] serial
    ) => request.Create(issuer, new KeySignatureGenerator(key), from, through, serial);

    private static CertificateTemplate Bare(IssuanceRequest wanted)
    {
        var profile = wanted.Profile;
        var bare = new CertificateRequest(
            wanted.Subject.ToDistinguishedName(),
            wanted.Key,
            SignatureAlgorithm.For(wanted.Key)!.Digest
        );
        var extensions = bare.CertificateExtensions;
        extensions.Add(
            new X509BasicConstraintsExtension(
                profile.IsAuthority,
                profile.PathLength is not null,
                profile.PathLength ?? 0,
                critical: true
            )
        );
        extensions.Add(new X509KeyUsageExtension(profile.KeyUsage, critical: true));
        if (profile.ExtendedUsages.Count > 0)
        {
            OidCollection purposes = [];
            foreach (var usage in profile.ExtendedUsages)
            {
                purposes.Add(new Oid(usage));
            }

            extensions.Add(new X509EnhancedKeyUsageExtension(purposes, profile.PurposeIsCritical));
        }

        const X509SubjectKeyIdentifierHashAlgorithm Short = X509SubjectKeyIdentifierHashAlgorithm.ShortSha256;
        extensions.Add(new X509SubjectKeyIdentifierExtension(wanted.Key, Short, critical: false));
        return new(bare);
    }
}
