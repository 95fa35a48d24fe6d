using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Credentials.Sealing;

namespace Approvals.Load.Sealing;

/// <summary>One section sealed and opened, beside raw AES-GCM over the same bytes: medians of three alternating rounds after one to warm up.</summary>
internal static class SealingLoad
{
    private const int Rounds = 3;
    private static readonly SectionId Section = new(0, SectionKind.Technical);

    public static void Run(int megabytes)
    {
        var data = RandomNumberGenerator.GetBytes(megabytes << 20);
        var notice = NoticeFor(data.Length);
        var (root, chance) = (Random(), NewChance());
        using var body = new MemoryStream((int)BodyOpener.SizeOf(notice));
        (string Name, Action Run)[] ways =
        [
            ("raw AES-GCM, 1 MiB at once", () => Encrypt(data, 1 << 20)),
            ("raw AES-GCM, 16 KiB", () => Encrypt(data, 16 << 10)),
            ("seal", () => Seal(notice, root, chance, data, body)),
            ("open", () => Open(notice, root, chance, body)),
        ];
        var times = ways.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= Rounds; round++)
        {
            for (var at = 0; at < ways.Length; at++)
            {
                var watch = Stopwatch.StartNew();
                ways[at].Run();
                if (round > 0)
                {
                    times[at].Add(watch.Elapsed.TotalSeconds);
                }
            }
        }

        var speeds = times.Select(each => megabytes / each.Order().ElementAt(each.Count / 2)).ToArray();
        for (var at = 0; at < ways.Length; at++)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $".NET {ways[at].Name}: {speeds[at]:F0} MB/s, {100 * speeds[at] / speeds[0]:F0} % of raw"
                )
            );
        }
    }

    private static void Encrypt(byte[] data, int piece)
    {
        using var cipher = new AesGcm(new byte[32], 16);
        var (nonce, output, tag) = (new byte[12], new byte[piece], new byte[16]);
        for (var at = 0; at < data.Length; at += piece)
        {
            BitConverter.TryWriteBytes(nonce, at);
            cipher.Encrypt(nonce, data.AsSpan(at, piece), output, tag);
        }
    }

    private static void Seal(Notice notice, byte[] root, SealingChance chance, byte[] data, MemoryStream body)
    {
        body.SetLength(0);
        _ = Sealer.Begin(notice, root, 1, new Dictionary<SectionId, byte[]> { [Section] = data }, chance, body);
    }

    private static void Open(Notice notice, byte[] root, SealingChance chance, MemoryStream body)
    {
        var secrets = new AttemptSecrets(root, notice.Hash, 1, chance.Nonce);
        var (key, _) = SealedSecret.ContentKey(secrets.Base, Section, secrets.Section(Section), chance.HolderSecret);
        var (start, length) = BodyOpener.PlaceOf(notice, Section);
        using var cipher = new MemoryStream(body.GetBuffer(), (int)start, (int)length, writable: false);
        if (!ChunkedEncryption.Decrypt(key, secrets.Base, cipher, Stream.Null))
        {
            throw new InvalidOperationException("The body doesn't open.");
        }
    }

    private static Notice NoticeFor(int technical) =>
        new()
        {
            Tender = "perf",
            Version = 1,
            DocumentsHash = Random(),
            FormulaHash = Random(),
            Lots = 1,
            Sizes = new(512, 512, technical + 8),
            Deadline = DateTimeOffset.UnixEpoch,
            Windows = Bidding.Sealing.Notices.Windows.Standard,
            Holders = [],
            DummyRange = 1,
            RelayHash = Random(),
            GatewayPoint = Hpke.DeriveKeyPair(Random()).Point,
            PageHash = Random(),
            SealerHash = Random(),
            TrustedRoots = [],
        };

    private static SealingChance NewChance() =>
        new(RandomNumberGenerator.GetBytes(16), Random(), [Random(), Random()], [Random(), Random()]);

    private static byte[] Random() => RandomNumberGenerator.GetBytes(32);
}
