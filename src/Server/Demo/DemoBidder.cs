using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Server.Holding;

namespace Approvals.Server.Demo;

/// <summary>A bidder of the demonstration at one tender: seals with its own key, sends frames, releases its own lock.</summary>
internal sealed class DemoBidder(DemoEnterprise enterprise, Notice notice, TenderClient tender)
{
    private const int Sequence = 1;
    private static readonly ImmutableArray<int> Lots = [0];
    private readonly byte[] root = RandomNumberGenerator.GetBytes(32);
    private AttemptSecrets? secrets;

    public async Task SealAsync(OpeningStatement statement, CancellationToken cancellation)
    {
        var chance = new SealingChance(
            RandomNumberGenerator.GetBytes(AttemptSecrets.NonceSize),
            RandomNumberGenerator.GetBytes(32),
            [RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32)],
            [RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32)]
        );
        secrets = new AttemptSecrets(root, notice.Hash, Sequence, chance.Nonce);
        using var body = new MemoryStream();
        var sealer = Sealer.Begin(
            notice,
            root,
            Sequence,
            new Dictionary<SectionId, byte[]>
            {
                [new(0, SectionKind.Open)] = statement.Write(),
                [new(0, SectionKind.Qualification)] = BidParcel.Write([
                    Text(BidFileRole.Document, "资质证书.txt", $"{enterprise.Name}　市政公用工程施工总承包壹级"),
                    Text(
                        BidFileRole.DepositProof,
                        "保证金凭证.txt",
                        $"{enterprise.Name}　投标保证金，形式：{statement.Deposit}"
                    ),
                ]),
                [new(0, SectionKind.Technical)] = BidParcel.Write([
                    Text(
                        BidFileRole.Document,
                        "1.txt",
                        $"施工组织设计。总工期 {statement.Days} 天，分三个流水段施工。"
                    ),
                ]),
            },
            chance,
            body
        );
        var signed = IdentitySheet.ToSign(sealer.Unsigned.Core, Lots, null);
        var envelope = sealer.Finish(new IdentitySheet([enterprise.Sign(signed)], Lots));
        body.Position = 0;
        var sender = new BidSender(tender, notice);
        var answer = await sender.SendAsync(secrets.Slot, envelope.Header, envelope.SlotSignature, body, cancellation);
        if (answer.Code != FrameCode.Open)
        {
            throw new InvalidOperationException($"A bid of the demonstration: {answer.Code}.");
        }
    }

    public async Task ReleaseAsync(RecordState state, CancellationToken cancellation)
    {
        var release = new SecretsRelease(
            secrets!.Slot.Point,
            Lots,
            [],
            [
                .. Enum.GetValues<SectionKind>()
                    .Select(kind => (new SectionId(0, kind), secrets.Section(new SectionId(0, kind)))),
            ]
        );
        var signed = EntryCodec.ToSign(state.NoticeHash, state.SetRoot, release.Entry(DateTimeOffset.UnixEpoch));
        if (
            await tender.ReleaseAsync(release with { Signature = secrets.Slot.Sign(signed) }, cancellation) is
            { } refusal
        )
        {
            throw new InvalidOperationException($"A release of the demonstration: {refusal}.");
        }
    }

    private static BidFile Text(BidFileRole role, string name, string text) =>
        new(role, name, Encoding.UTF8.GetBytes(text));
}
