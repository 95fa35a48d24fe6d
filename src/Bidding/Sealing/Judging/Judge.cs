using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Judging;

/// <summary>
/// The verdict over one envelope: a pure function of the record and of evidence that proves itself. First match decides. It is the
/// same whichever three keys are taken: a bidder who deals three good shares and a bad one is malformed for every choice.
/// </summary>
public static class Judge
{
    private static readonly SectionKind[] Kinds = Enum.GetValues<SectionKind>();

    /// <summary>Of a submission that isn't an accepted bid.</summary>
    public static Verdict Of(Standing standing) =>
        standing switch
        {
            Standing.Late => new(VerdictKind.Late),
            Standing.Withdrawn => new(VerdictKind.Withdrawn),
            Standing.Superseded => new(VerdictKind.Superseded),
            _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "An accepted bid needs evidence."),
        };

    /// <param name="isWanted">The sections to be decrypted: all of them in the audit, what is read out in public.</param>
    public static Verdict Of(
        RecordState state,
        AcceptedBid bid,
        Evidence evidence,
        bool isSuperseded = false,
        Func<SectionId, bool>? isWanted = null
    )
    {
        if (state.Dummies.Contains(bid.Slot))
        {
            return new(VerdictKind.Dummy);
        }

        if (isSuperseded)
        {
            return new(VerdictKind.Superseded);
        }

        if (evidence.Header is not { } header || evidence.PieceHashes is null || evidence.Body is null)
        {
            return new(VerdictKind.PlatformLoss);
        }

        var notice = state.Notice!;
        if (
            evidence.IdentitySecret is not { } identity
            || Identification.SheetOf(notice, header, identity) is not { } sheet
        )
        {
            return new(VerdictKind.NoIdentity);
        }

        var keys = state.ContentKeys;
        if (keys.Count < HolderShares.ThresholdOf(ShareKind.Content))
        {
            return new(
                VerdictKind.HolderDefault,
                Blamed: [.. notice.Holders.Select(holder => holder.Role).Where(role => !keys.ContainsKey(role))]
            );
        }

        var lots = sheet.Lots.Where(lot => state.PassedLots.Contains(lot)).ToImmutableArray();
        var sections = Sections(lots).Where(section => isWanted?.Invoke(section) != false).ToList();
        foreach (var section in sections)
        {
            if (!state.HasReleased(bid.Slot, section.Lot))
            {
                return new(VerdictKind.Unreleased, Section: section);
            }

            // The record says that it came and was right: who lost it is the platform.
            if (!evidence.Secrets.ContainsKey(section))
            {
                return new(VerdictKind.PlatformLoss, Section: section);
            }
        }

        if (HolderSecretOf(state, header) is not { } holders)
        {
            return new(VerdictKind.Malformed);
        }

        foreach (var section in sections)
        {
            var (start, length) = BodyOpener.PlaceOf(notice, section);
            if (evidence.Body(start, length) is not { } ciphertext)
            {
                return new(VerdictKind.PlatformLoss, Section: section);
            }

            var plain = BodyOpener.Open(notice, header, section, evidence.Secrets[section], holders, ciphertext);
            if (plain is null || (section.Kind == SectionKind.Open && OpeningStatement.Read(plain) is null))
            {
                return new(VerdictKind.Malformed, Section: section);
            }
        }

        return new(VerdictKind.Opened, lots);
    }

    /// <summary><c>s_h</c> when three keys give the committed one and it gives all four ciphertexts again; else null.</summary>
    public static byte[]? HolderSecretOf(RecordState state, EnvelopeHeader header)
    {
        var secret = HolderShares.Join(state.ContentKeys, ShareKind.Content, header.Base, header.ContentShares);
        return
            secret is not null
            && SealedSecret.CommitHolder(header.Base, secret).AsSpan().SequenceEqual(header.HolderCommitment)
            && HolderShares.AreDealt(state.Notice!, ShareKind.Content, header.Base, secret, header.ContentShares)
            ? secret
            : null;
    }

    private static IEnumerable<SectionId> Sections(ImmutableArray<int> lots) =>
        from lot in lots
        from kind in Kinds
        select new SectionId(lot, kind);
}
