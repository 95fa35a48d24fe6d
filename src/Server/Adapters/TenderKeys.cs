using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Approvals.Bidding.Handling;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Credentials.Sealing;
using Approvals.Kernel.Folders;

namespace Approvals.Server.Adapters;

/// <summary>
/// What the platform itself keeps for tenders: the gateway's key of each, which opens frames and nothing of a bid, the codes by which holders
/// enrol from the command line, and the roots whose organisations may bid. All keys follow from one secret in <c>keys/tenders</c>.
/// </summary>
public sealed class TenderKeys
{
    private const string RootsFolder = "bidder-roots";
    private readonly byte[] secret;

    private TenderKeys(byte[] secret, NoticeSettings settings) => (this.secret, Settings) = (secret, settings);

    public NoticeSettings Settings { get; }

    /// <param name="root">The built-in authority's root; more are PEM files in <c>bidder-roots</c> of the data folder.</param>
    public static TenderKeys Open(DataFolder folder, X509Certificate2 root)
    {
        var path = Path.Combine(folder.Keys, "tenders");
        if (!File.Exists(path))
        {
            DurableFile.Write(path, RandomNumberGenerator.GetBytes(SealHash.Size));
        }

        var roots = new List<byte[]> { SHA256.HashData(root.RawData) };
        var more = folder.Within(RootsFolder);
        if (Directory.Exists(more))
        {
            foreach (var file in Directory.EnumerateFiles(more, "*.pem").Order(StringComparer.Ordinal))
            {
                using var certificate = X509CertificateLoader.LoadCertificateFromFile(file);
                roots.Add(SHA256.HashData(certificate.RawData));
            }
        }

        var sealer = SHA256.HashData(File.ReadAllBytes(typeof(TenderKeys).Assembly.Location));
        return new TenderKeys(
            File.ReadAllBytes(path),
            new NoticeSettings(
                new byte[SealHash.Size],
                new byte[SealHash.Size],
                sealer,
                [.. roots],
                Bidding.Sealing.Notices.Windows.Standard
            )
        );
    }

    public SealKey Gateway(string tender) =>
        Hpke.DeriveKeyPair(SealHash.Derive(secret, Encoding.UTF8.GetBytes(tender), "gateway"));

    /// <summary>Shown to the holder alone; whoever has it enrols keys for that role once.</summary>
    public string EnrolmentCode(string tender, HolderRole role) =>
        Convert.ToHexStringLower(
            SealHash.Derive(
                secret,
                Encoding.UTF8.GetBytes(tender),
                string.Create(CultureInfo.InvariantCulture, $"enrol-{(int)role}"),
                length: 8
            )
        );
}
