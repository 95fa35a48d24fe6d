using Approvals.Bidding.Sealing.Notices;
using Approvals.Credentials.Sealing;
using Approvals.Kernel;

namespace Approvals.Bidding.Sealing.Record;

/// <summary>Counted and Identified: how many, then who, before any content moves.</summary>
public static partial class RecordRules
{
    private static (RecordState, Rejection?) Reveal(RecordState state, SeedRevealed entry)
    {
        if (state.Phase != RecordPhase.Counted || entry.At >= state.Until || state.Seeds.ContainsKey(entry.Role))
        {
            return (state, Rejection.Of("sealing.out-of-order"));
        }

        if (
            Array.IndexOf(Roles, entry.Role) < 0
            || !DummyPlan
                .CommitmentTo(entry.Seed)
                .AsSpan()
                .SequenceEqual(state.Notice!.HolderOf(entry.Role).DummyCommitment)
        )
        {
            return (state, Rejection.Of("sealing.commitment"));
        }

        var accepted = state.Set!.Accepted.Select(bid => bid.Slot).ToHashSet(StringComparer.Ordinal);
        return (
            state with
            {
                Seeds = state.Seeds.Add(entry.Role, entry.Seed),
                Dummies = state.Dummies.Union(DummyPlan.SlotsOf(entry.Seed, state.Notice!).Where(accepted.Contains)),
            },
            null
        );
    }

    /// <summary>With all seeds, or at the end of the window: a missing seed blocks nothing.</summary>
    private static (RecordState, Rejection?) Count(RecordState state, BidsCounted entry)
    {
        if (state.Phase != RecordPhase.Counted || (state.Seeds.Count < Roles.Length && entry.At < state.Until))
        {
            return (state, Rejection.Of("sealing.out-of-order"));
        }

        if (entry.Count != state.Bids.Count())
        {
            return (state, Rejection.Of("sealing.count"));
        }

        var counted = state with { Count = entry.Count };
        return (
            entry.Count < Notice.FewestBids
                ? counted.Fail(RecordFailure.TooFewBids)
                : counted.Enter(RecordPhase.Identified, entry.At, state.Notice!.Windows.Identify),
            null
        );
    }

    private static (RecordState, Rejection?) Deliver(RecordState state, IdentityKeyDelivered entry)
    {
        if (state.Phase != RecordPhase.Identified || entry.At >= state.Until || state.IdentityKeys.Contains(entry.Role))
        {
            return (state, Rejection.Of("sealing.out-of-order"));
        }

        return IsSaidBy(state, entry.Role, entry, entry.Signature)
            ? (state with { IdentityKeys = state.IdentityKeys.Add(entry.Role) }, null)
            : (state, Rejection.Of("sealing.signature"));
    }

    /// <summary>Only when a holder's key is missing at the end of the window, and only in the reserve behind it.</summary>
    private static (RecordState, Rejection?) Send(RecordState state, IdentitySecretSent entry)
    {
        var slot = Convert.ToHexStringLower(entry.SlotPoint);
        if (
            state.Phase != RecordPhase.Identified
            || state.IdentityKeys.Count == Roles.Length
            || entry.At < state.Until
            || entry.At >= EndOf(state)
            || state.Bids.All(bid => bid.Slot != slot)
        )
        {
            return (state, Rejection.Of("sealing.out-of-order"));
        }

        return IsSaidBySlot(state, entry.SlotPoint, entry, entry.Signature)
            ? (state with { IdentitySecrets = state.IdentitySecrets.Add(slot) }, null)
            : (state, Rejection.Of("sealing.signature"));
    }

    private static (RecordState, Rejection?) Identify(RecordState state, LotsIdentified entry)
    {
        var isTime = state.IdentityKeys.Count == Roles.Length || entry.At >= state.Until;
        if (
            state.Phase != RecordPhase.Identified
            || !isTime
            || entry.At >= EndOf(state)
            || entry.Role is not (HolderRole.Supervisor or HolderRole.Notary)
            || state.Findings.ContainsKey(entry.Role)
            || entry.Bidders.Length != state.Notice!.Lots
        )
        {
            return (state, Rejection.Of("sealing.out-of-order"));
        }

        if (!IsSaidBy(state, entry.Role, entry, entry.Signature))
        {
            return (state, Rejection.Of("sealing.signature"));
        }

        if (state.Findings.Values.Any(other => !IsSame(other, entry)))
        {
            return (state, Rejection.Of("sealing.findings-differ"));
        }

        var found = state with { Findings = state.Findings.Add(entry.Role, entry) };
        if (found.Findings.Count < 2)
        {
            return (found, null);
        }

        found = found with
        {
            PassedLots =
            [
                .. Enumerable.Range(0, state.Notice.Lots).Where(lot => entry.Bidders[lot] >= Notice.FewestBids),
            ],
        };
        return (
            found.PassedLots.IsEmpty
                ? found.Fail(RecordFailure.TooFewBidders)
                : found.Enter(RecordPhase.Releasing, entry.At, state.Notice.Windows.Release),
            null
        );
    }

    private static bool IsSame(LotsIdentified one, LotsIdentified other) =>
        one.Bidders.SequenceEqual(other.Bidders) && one.NamesHash.AsSpan().SequenceEqual(other.NamesHash);

    private static bool IsSaidBySlot(RecordState state, byte[] slotPoint, RecordEntry entry, byte[] signature) =>
        SealKey.Verifies(slotPoint, EntryCodec.ToSign(state.NoticeHash, state.SetRoot, entry), signature);
}
