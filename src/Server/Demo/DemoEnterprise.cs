using System.Collections.Immutable;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Kernel.Codes;
using Approvals.Kernel.Folders;

namespace Approvals.Server.Demo;

/// <summary>
/// An enterprise that bid in the demonstration's past, with a certificate of an authority outside the platform, whose root stands in
/// <c>bidder-roots</c> as any other's. The root's key is gone when the seeding ends.
/// </summary>
internal sealed class DemoEnterprise
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly UnifiedCreditCode code;
    private readonly ImmutableArray<byte[]> chain;

    private DemoEnterprise(string name, string creditCode, X509Certificate2 root, ECDsa rootKey, DateTimeOffset from)
    {
        Name = name;
        code = UnifiedCreditCode.TryParse(creditCode, out var parsed, out _)
            ? parsed
            : throw new InvalidDataException($"{creditCode} is no credit code.");
        var subject = new X500DistinguishedNameBuilder();
        subject.Add("2.5.4.5", creditCode, UniversalTagNumber.PrintableString);
        subject.AddOrganizationName(name);
        using var certificate = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256).Create(
            root.SubjectName,
            X509SignatureGenerator.CreateForECDsa(rootKey),
            from,
            from.AddYears(3),
            RandomNumberGenerator.GetBytes(15)
        );
        chain = [certificate.RawData, root.RawData];
    }

    public string Name { get; }

    /// <summary>Makes the root, puts its certificate where the platform looks for roots, and certifies the enterprises.</summary>
    public static IReadOnlyList<DemoEnterprise> Certify(
        DataFolder folder,
        IEnumerable<(string Name, string CreditCode)> enterprises,
        DateTimeOffset now
    )
    {
        var from = now.AddYears(-1);
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=演示用外部电子认证机构根", rootKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var root = request.CreateSelfSigned(from, from.AddYears(10));
        var roots = folder.Within("bidder-roots");
        Directory.CreateDirectory(roots);
        DurableFile.Write(Path.Combine(roots, "demo.pem"), Encoding.ASCII.GetBytes(root.ExportCertificatePem()));
        return [.. enterprises.Select(each => new DemoEnterprise(each.Name, each.CreditCode, root, rootKey, from))];
    }

    public BidMember Sign(byte[] data) =>
        new(code, chain, key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
}
