using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Record;

/// <summary>What became of an envelope at the deadline.</summary>
public enum Standing
{
    Accepted,
    Late,
    Withdrawn,
    Superseded,
}

/// <summary>An accepted envelope: the last one of a slot that wasn't withdrawn.</summary>
public sealed record AcceptedBid(byte[] SlotPoint, int Sequence, byte[] EnvelopeId)
{
    public string Slot { get; } = Convert.ToHexStringLower(SlotPoint);
}

/// <summary>
/// The set at the deadline as a fold over the submissions, in the order of the record: a later sequence replaces, a withdrawal ends the slot,
/// what came or was stamped at T or later is late.
/// </summary>
public sealed record BidSet(
    ImmutableArray<AcceptedBid> Accepted,
    ImmutableArray<(Submission Sent, Standing Standing)> All
)
{
    /// <summary>F: the RFC 6962 root over the accepted bids, ordered by slot.</summary>
    public byte[] Root =>
        PieceTree.RootOf([
            .. Accepted.Select(bid =>
                PieceTree.LeafOf(
                    new WireWriter().Fixed(bid.SlotPoint).Int(bid.Sequence).Fixed(bid.EnvelopeId).ToArray()
                )
            ),
        ]);

    public static BidSet Of(IEnumerable<Submission> submissions, DateTimeOffset deadline)
    {
        var sent = submissions.ToList();
        var isInTime = sent.ConvertAll(each => each.At < deadline && each.StampedAt < deadline);
        var ended = sent.Where((each, at) => isInTime[at] && each.Kind == SubmissionKind.Withdraw)
            .Select(SlotOf)
            .ToHashSet(StringComparer.Ordinal);
        var live = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var standings = new Standing[sent.Count];
        for (var at = 0; at < sent.Count; at++)
        {
            var slot = SlotOf(sent[at]);
            if (!isInTime[at] || ended.Contains(slot))
            {
                standings[at] = isInTime[at] ? Standing.Withdrawn : Standing.Late;
            }
            else if (live.TryGetValue(slot, out var last) && sent[last].Sequence >= sent[at].Sequence)
            {
                standings[at] = Standing.Superseded;
            }
            else
            {
                if (live.TryGetValue(slot, out var replaced))
                {
                    standings[replaced] = Standing.Superseded;
                }

                live[slot] = at;
            }
        }

        return new BidSet(
            [.. live.Values.Select(at => new AcceptedBid(sent[at].SlotPoint, sent[at].Sequence, sent[at].EnvelopeId))],
            [.. sent.Zip(standings)]
        );
    }

    private static string SlotOf(Submission sent) => Convert.ToHexStringLower(sent.SlotPoint);
}
