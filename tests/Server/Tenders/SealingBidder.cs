using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Credentials.Sealing;
using Approvals.Server.Holding;

namespace Approvals.Server.Tests.Tenders;

/// <summary>A bidder's program: seals for one lot, sends, and releases its own lock.</summary>
internal sealed class SealingBidder(Notice notice, TenderClient tender, BidderCredential credential)
{
    private readonly byte[] root = RandomNumberGenerator.GetBytes(32);
    private readonly BidSender sender = new(tender, notice);
    private AttemptSecrets secrets = null!;

    public SealKey Slot => AttemptSecrets.SlotOf(root, notice.Hash);

    public int Sequence { get; private set; }

    public async Task<FrameAnswer> SubmitAsync(long price, CancellationToken cancellation)
    {
        Sequence++;
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
                [new(0, SectionKind.Open)] = new OpeningStatement(price, 240, "陈国梁", "保函").Write(),
                [new(0, SectionKind.Qualification)] = Encoding.UTF8.GetBytes("资质证书 " + credential.Code.Value),
                [new(0, SectionKind.Technical)] = Encoding.UTF8.GetBytes($"施工组织设计 {price}"),
            },
            chance,
            body
        );
        ImmutableArray<int> lots = [0];
        var signed = IdentitySheet.ToSign(sealer.Unsigned.Core, lots, null);
        var envelope = sealer.Finish(new IdentitySheet([credential.Sign(signed)], lots));
        body.Position = 0;
        return await sender.SendAsync(Slot, envelope.Header, envelope.SlotSignature, body, cancellation);
    }

    public Task<FrameAnswer> StatusAsync(CancellationToken cancellation) =>
        sender.StatusAsync(Slot, Sequence, cancellation);

    public Task<FrameAnswer> WithdrawAsync(CancellationToken cancellation) =>
        sender.WithdrawAsync(Slot, ++Sequence, cancellation);

    public Task<string?> ReleaseAsync(RecordState state, CancellationToken cancellation)
    {
        ImmutableArray<int> lots = [0];
        var release = new SecretsRelease(
            Slot.Point,
            lots,
            [],
            [
                .. Enum.GetValues<SectionKind>()
                    .Select(kind => (new SectionId(0, kind), secrets.Section(new SectionId(0, kind)))),
            ]
        );
        var entry = release.Entry(DateTimeOffset.UnixEpoch);
        var signature = Slot.Sign(EntryCodec.ToSign(state.NoticeHash, state.SetRoot, entry));
        return tender.ReleaseAsync(release with { Signature = signature }, cancellation);
    }
}
