using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Credentials.Sealing;
using Approvals.Kernel;

namespace Approvals.Bidding.Sealing.Record;

/// <summary>Sealing and Frozen: submissions, checkpoints, F.</summary>
public static partial class RecordRules
{
    private const int FewestSigners = 3;

    private static (RecordState, Rejection?) Submit(RecordState state, Submission sent)
    {
        if (state.Phase != RecordPhase.Sealing)
        {
            return (state, Rejection.Of("sealing.out-of-order"));
        }

        var id = sent.Kind switch
        {
            SubmissionKind.Commit => sent.EnvelopeId,
            SubmissionKind.Withdraw => EntryCodec.WithdrawalId(state.NoticeHash, sent.SlotPoint, sent.Sequence),
            _ => [],
        };
        if (
            !id.AsSpan().SequenceEqual(sent.EnvelopeId)
            || !SealKey.Verifies(sent.SlotPoint, sent.EnvelopeId, sent.SlotSignature)
            || !SealKey.Verifies(
                state.Notice!.HolderOf(HolderRole.Notary).SigningPoint,
                EntryCodec.StampToSign(state.NoticeHash, sent.EnvelopeId, sent.StampedAt),
                sent.Stamp
            )
        )
        {
            return (state, Rejection.Of("sealing.signature"));
        }

        var slot = Convert.ToHexStringLower(sent.SlotPoint);
        if (sent.Sequence <= state.LastSequences.GetValueOrDefault(slot))
        {
            return (state, Rejection.Of("sealing.not-newer"));
        }

        return (
            state with
            {
                Submissions = state.Submissions.Add(sent),
                LastSequences = state.LastSequences.SetItem(
                    slot,
                    sent.Kind == SubmissionKind.Withdraw ? int.MaxValue : sent.Sequence
                ),
            },
            null
        );
    }

    /// <summary>The first checkpoint that the holders' median clock puts at or after the deadline closes the set.</summary>
    private static (RecordState, Rejection?) Check(RecordState state, Checkpoint point)
    {
        if (state.Notice is not { } notice)
        {
            return (state, Rejection.Of("sealing.out-of-order"));
        }

        if (point.Size != state.Leaves.Count || !PieceTree.RootOf(state.Leaves).AsSpan().SequenceEqual(point.Root))
        {
            return (state, Rejection.Of("sealing.tree"));
        }

        var cosigned = point.Cosignatures.Select(each => each.Role).Distinct().Count();
        if (cosigned < FewestSigners || cosigned != point.Cosignatures.Length || !point.Cosignatures.All(IsGood))
        {
            return (state, Rejection.Of("sealing.signature"));
        }

        if (state.Phase != RecordPhase.Sealing)
        {
            return (state, null);
        }

        var times = point.Cosignatures.Select(each => each.At).Order().ToArray();
        return times[(times.Length - 1) / 2] >= notice.Deadline
            ? (
                state.Enter(RecordPhase.Frozen, Later(notice.Deadline, point.At), notice.Windows.Freeze) with
                {
                    Set = BidSet.Of(state.Submissions, notice.Deadline),
                },
                null
            )
            : (state, null);

        bool IsGood(Cosignature each) =>
            Array.IndexOf(Roles, each.Role) >= 0
            && SealKey.Verifies(
                notice.HolderOf(each.Role).SigningPoint,
                EntryCodec.CosignatureToSign(state.NoticeHash, point.Size, point.Root, each.At),
                each.Signature
            );
    }

    private static (RecordState, Rejection?) Freeze(RecordState state, SetFrozen entry)
    {
        if (state.Phase != RecordPhase.Frozen || entry.At >= state.Until)
        {
            return (state, Rejection.Of("sealing.out-of-order"));
        }

        if (!state.Set!.Root.AsSpan().SequenceEqual(entry.Root))
        {
            return (state, Rejection.Of("sealing.set"));
        }

        return
            entry.Signatures.Length >= FewestSigners
            && AreSigned(state.Notice!, entry.Signatures, EntryCodec.ToSign(state.NoticeHash, null, entry))
            ? (
                state.Enter(RecordPhase.Counted, entry.At, state.Notice!.Windows.Count) with
                {
                    SetRoot = entry.Root,
                },
                null
            )
            : (state, Rejection.Of("sealing.signature"));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
