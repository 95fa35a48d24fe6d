using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;

namespace Approvals.Server.Holding;

/// <summary>虚件: sends the dummies of the committed seed at their own instants, in the same frames as any bidder.</summary>
public sealed class DummySender(TenderClient tender, HolderKeys keys)
{
    private readonly HashSet<(int Dummy, int Step)> sent = [];

    public async Task<IReadOnlyList<string>> SendDueAsync(
        Notice notice,
        RecordPage page,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var done = new List<string>();
        if (now >= notice.Deadline || EntryCodec.Read(page.Lines[0].Entry) is not NoticePublished published)
        {
            return done;
        }

        var span = notice.Deadline - published.At;
        var sender = new BidSender(tender, notice);
        foreach (var (dummy, number) in DummyPlan.Of(keys.DummySeed, notice).Select((dummy, at) => (dummy, at)))
        {
            for (var step = 0; step < dummy.At.Length; step++)
            {
                if (published.At + (span * dummy.At[step]) <= now && sent.Add((number, step)))
                {
                    await SendAsync(notice, sender, dummy, step, cancellation);
                    done.Add("a dummy sent");
                }
            }
        }

        return done;
    }

    private static async Task SendAsync(
        Notice notice,
        BidSender sender,
        Dummy dummy,
        int step,
        CancellationToken cancellation
    )
    {
        var slot = AttemptSecrets.SlotOf(dummy.Root, notice.Hash);
        if (dummy.IsWithdrawn && step == dummy.At.Length - 1)
        {
            await sender.WithdrawAsync(slot, step + 1, cancellation);
            return;
        }

        var chance = DummyPlan.ChanceOf(dummy, notice.Hash, step + 1);
        using var body = new MemoryStream();
        var made = Sealer
            .Begin(notice, dummy.Root, step + 1, new Dictionary<SectionId, byte[]>(), chance, body)
            .FinishDummy();
        body.Position = 0;
        await sender.SendAsync(slot, made.Header, made.SlotSignature, body, cancellation);
    }
}
