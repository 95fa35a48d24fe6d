using System.Security.Cryptography;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Credentials.Sealing;
using Approvals.Kernel;

namespace Approvals.Bidding.Sealing.Record;

/// <summary>Unlock A and B: first every bidder's lock, then the holders'.</summary>
public static partial class RecordRules
{
    /// <summary>Only a bid's own slot, only lots that passed, each lot once.</summary>
    private static (RecordState, Rejection?) Release(RecordState state, SecretsReleased entry)
    {
        var slot = Convert.ToHexStringLower(entry.SlotPoint);
        if (
            state.Phase != RecordPhase.Releasing
            || entry.At >= state.Until
            || entry.Lots.IsEmpty
            || entry.Lots.Distinct().Count() != entry.Lots.Length
            || entry.Lots.Any(lot => !state.PassedLots.Contains(lot) || state.HasReleased(slot, lot))
            || state.Bids.All(bid => bid.Slot != slot)
        )
        {
            return (state, Rejection.Of("sealing.out-of-order"));
        }

        return IsSaidBySlot(state, entry.SlotPoint, entry, entry.Signature)
            ? (
                state with
                {
                    Released = state.Released.SetItem(slot, [.. state.Released.GetValueOrDefault(slot, []), entry]),
                },
                null
            )
            : (state, Rejection.Of("sealing.signature"));
    }

    /// <summary>
    /// Tenderer and agency first; supervisor and notary after both of them, or in the second half of the window. A key opens every bid or none:
    /// it is one scalar, checked against the notice.
    /// </summary>
    private static (RecordState, Rejection?) Post(RecordState state, ContentKeyPosted entry)
    {
        if (
            state.Phase != RecordPhase.Unlocking
            || entry.At >= state.Until
            || state.ContentKeys.ContainsKey(entry.Role)
            || !IsTurnOf(state, entry.Role, entry.At)
        )
        {
            return (state, Rejection.Of("sealing.out-of-order"));
        }

        if (!IsSaidBy(state, entry.Role, entry, entry.Signature))
        {
            return (state, Rejection.Of("sealing.signature"));
        }

        return
            KeyOf(entry.Scalar) is { } key
            && key.Point.AsSpan().SequenceEqual(state.Notice!.HolderOf(entry.Role).ContentPoint)
            ? (state with { ContentKeys = state.ContentKeys.Add(entry.Role, key) }, null)
            : (state, Rejection.Of("sealing.commitment"));
    }

    private static (RecordState, Rejection?) Open(RecordState state) =>
        state.Phase == RecordPhase.Unlocking && state.ContentKeys.Count >= HolderShares.ThresholdOf(ShareKind.Content)
            ? (state with { Phase = RecordPhase.Opened }, null)
            : (state, Rejection.Of("sealing.out-of-order"));

    private static bool IsTurnOf(RecordState state, HolderRole role, DateTimeOffset at) =>
        role is HolderRole.Tenderer or HolderRole.Agency
        || (state.ContentKeys.ContainsKey(HolderRole.Tenderer) && state.ContentKeys.ContainsKey(HolderRole.Agency))
        || at >= state.Until.AddMinutes(-state.Notice!.Windows.Unlock / 2.0);

    private static SealKey? KeyOf(byte[] scalar)
    {
        try
        {
            return SealKey.FromScalar(scalar);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
