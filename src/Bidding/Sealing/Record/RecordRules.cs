using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Credentials.Sealing;
using Approvals.Kernel;

namespace Approvals.Bidding.Sealing.Record;

/// <summary>
/// May this entry be the next one of the record, and what then? The platform asks it before it appends, a verifier asks it again
/// of every entry of an export: there is one rule for both. Nothing happens out of order or after its window.
/// </summary>
public static partial class RecordRules
{
    private static readonly HolderRole[] Roles = Enum.GetValues<HolderRole>();

    public static (RecordState State, Rejection? Rejection) Accept(RecordState state, RecordEntry entry)
    {
        var moved = Elapse(state, entry.At);
        var (next, rejection) = entry switch
        {
            NoticePublished published => Publish(moved, published),
            Submission sent => Submit(moved, sent),
            Checkpoint point => Check(moved, point),
            SetFrozen frozen => Freeze(moved, frozen),
            SeedRevealed seed => Reveal(moved, seed),
            BidsCounted counted => Count(moved, counted),
            IdentityKeyDelivered key => Deliver(moved, key),
            IdentitySecretSent secret => Send(moved, secret),
            LotsIdentified identified => Identify(moved, identified),
            SecretsReleased released => Release(moved, released),
            ContentKeyPosted key => Post(moved, key),
            WindowExtended extended => Extend(moved, extended),
            TenderOpened => Open(moved),
            TenderFailed failed => GiveUp(moved, failed.At),
            _ => Evaluate(moved, entry),
        };
        return rejection is null
            ? (next with { Leaves = next.Leaves.Add(PieceTree.LeafOf(EntryCodec.Write(entry))) }, null)
            : (state, rejection);
    }

    /// <summary>What time alone does: the bidders' window gives way to the holders'.</summary>
    public static RecordState Elapse(RecordState state, DateTimeOffset at) =>
        state.Phase == RecordPhase.Releasing && at >= state.Until
            ? state.Enter(RecordPhase.Unlocking, state.Until, state.Notice!.Windows.Unlock)
            : state;

    private static (RecordState, Rejection?) Publish(RecordState state, NoticePublished entry)
    {
        if (NoticeCodec.Read(entry.Notice) is not { } notice)
        {
            return (state, Rejection.Of("sealing.notice-malformed"));
        }

        var isNext = state.Notice is { } before
            ? state.Phase == RecordPhase.Sealing
                && notice.Tender == before.Tender
                && notice.Version == before.Version + 1
                && (notice.IsReseal || IsSameSeal(before, notice))
                && entry.At < before.Deadline
            : notice.Version == 1 && state.Phase == RecordPhase.Announcing;
        if (!isNext || entry.At >= notice.Deadline)
        {
            return (state, Rejection.Of("sealing.out-of-order"));
        }

        var hash = notice.Hash;
        if (
            entry.Signatures.Length != Roles.Length
            || !AreSigned(notice, entry.Signatures, EntryCodec.ToSign(hash, null, entry))
        )
        {
            return (state, Rejection.Of("sealing.signature"));
        }

        return (
            state with
            {
                Phase = RecordPhase.Sealing,
                Until = notice.Deadline,
                Notice = notice,
                NoticeHash = hash,
                Submissions = [],
                LastSequences = state.LastSequences.Clear(),
            },
            null
        );
    }

    /// <summary>The supervisor lengthens a window before it ends; never the sealing after T.</summary>
    private static (RecordState, Rejection?) Extend(RecordState state, WindowExtended entry)
    {
        if (
            state.Phase is RecordPhase.Announcing or RecordPhase.Sealing or RecordPhase.Opened or RecordPhase.Failed
            || entry.At >= state.Until
            || entry.Minutes < 1
        )
        {
            return (state, Rejection.Of("sealing.out-of-order"));
        }

        return IsSaidBy(state, HolderRole.Supervisor, entry, entry.Signature)
            ? (state with { Until = state.Until.AddMinutes(entry.Minutes) }, null)
            : (state, Rejection.Of("sealing.signature"));
    }

    /// <summary>The window is over and what the phase was for didn't come.</summary>
    private static (RecordState, Rejection?) GiveUp(RecordState state, DateTimeOffset at)
    {
        var failure = state.Phase switch
        {
            RecordPhase.Frozen => RecordFailure.NotFrozen,
            RecordPhase.Identified => RecordFailure.NotIdentified,
            RecordPhase.Unlocking when state.ContentKeys.Count < HolderShares.ThresholdOf(ShareKind.Content) =>
                RecordFailure.HolderDefault,
            _ => RecordFailure.None,
        };
        return failure != RecordFailure.None && at >= EndOf(state)
            ? (state.Fail(failure), null)
            : (state, Rejection.Of("sealing.out-of-order"));
    }

    /// <summary>The end of a window with its reserve.</summary>
    private static DateTimeOffset EndOf(RecordState state) =>
        state.Phase == RecordPhase.Identified
            ? state.Until.AddMinutes(state.Notice!.Windows.IdentifyReserve)
            : state.Until;

    private static bool IsSaidBy(RecordState state, HolderRole role, RecordEntry entry, byte[] signature) =>
        Array.IndexOf(Roles, role) >= 0
        && SealKey.Verifies(
            state.Notice!.HolderOf(role).SigningPoint,
            EntryCodec.ToSign(state.NoticeHash, state.SetRoot, entry),
            signature
        );

    /// <summary>Each role at most once, and every signature good.</summary>
    private static bool AreSigned(Notice notice, IReadOnlyCollection<HolderSignature> signatures, byte[] data) =>
        signatures.Select(each => each.Role).Distinct().Count() == signatures.Count
        && signatures.All(each =>
            Array.IndexOf(Roles, each.Role) >= 0
            && SealKey.Verifies(notice.HolderOf(each.Role).SigningPoint, data, each.Signature)
        );

    private static bool IsSameSeal(Notice before, Notice after) =>
        before.Sizes == after.Sizes
        && before.Lots == after.Lots
        && before
            .Holders.Zip(after.Holders)
            .All(pair =>
                pair.First.ContentPoint.AsSpan().SequenceEqual(pair.Second.ContentPoint)
                && pair.First.IdentityPoint.AsSpan().SequenceEqual(pair.Second.IdentityPoint)
            );
}
