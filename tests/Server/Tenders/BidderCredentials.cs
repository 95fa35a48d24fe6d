using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Kernel.Codes;

namespace Approvals.Server.Tests.Tenders;

/// <summary>A root outside the platform, and organisations under it.</summary>
internal static class BidderCredentials
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ECDsa RootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly X509Certificate2 Root = MakeRoot();

    public static string RootPem { get; } = Root.ExportCertificatePem();

    public static BidderCredential Issue(int number, string name)
    {
        var code = CodeOf(number);
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var subject = new X500DistinguishedNameBuilder();
        subject.Add("2.5.4.5", code.Value, System.Formats.Asn1.UniversalTagNumber.PrintableString);
        subject.AddOrganizationName(name);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256);
        using var certificate = request.Create(
            Root.SubjectName,
            X509SignatureGenerator.CreateForECDsa(RootKey),
            From,
            From.AddYears(3),
            RandomNumberGenerator.GetBytes(15)
        );
        return new BidderCredential(code, key, [certificate.RawData, Root.RawData]);
    }

    private static X509Certificate2 MakeRoot()
    {
        var request = new CertificateRequest("CN=外部机构根", RootKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(From, From.AddYears(10));
    }

    private static UnifiedCreditCode CodeOf(int number)
    {
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        foreach (var check in alphabet)
        {
            foreach (var last in alphabet)
            {
                if (UnifiedCreditCode.TryParse($"91440400MA0000{number:00}{check}{last}", out var code, out _))
                {
                    return code;
                }
            }
        }

        throw new InvalidOperationException("No check character fits.");
    }
}

internal sealed record BidderCredential(UnifiedCreditCode Code, ECDsa Key, ImmutableArray<byte[]> Chain)
{
    public BidMember Sign(byte[] data) =>
        new(Code, Chain, Key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
}
