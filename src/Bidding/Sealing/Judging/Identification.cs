using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Judging;

/// <summary>What supervisor and notary learn, each for itself, from all four identity keys.</summary>
/// <param name="Sheets">By slot; a slot without a proven identity is absent.</param>
/// <param name="Superseded">Slots whose bid another one of the same organisation names as replaced.</param>
/// <param name="Bidders">m_l, by lot.</param>
/// <param name="Names">Credit codes in order, one line per organisation or consortium; salted before it is hashed.</param>
public sealed record Identification(
    ImmutableDictionary<string, IdentitySheet> Sheets,
    ImmutableHashSet<string> Superseded,
    ImmutableArray<int> Bidders,
    string Names
)
{
    /// <param name="bids">Accepted bids that are no dummies.</param>
    /// <param name="headers">By <c>env_id</c> in hex.</param>
    /// <param name="secrets">
    /// <c>s_id</c> by slot: joined from the four holders' keys, or sent by the bidder itself when one is missing.
    /// </param>
    public static Identification Of(
        Notice notice,
        IReadOnlyList<AcceptedBid> bids,
        IReadOnlyDictionary<string, EnvelopeHeader> headers,
        IReadOnlyDictionary<string, byte[]> secrets
    )
    {
        var sheets = ImmutableDictionary.CreateBuilder<string, IdentitySheet>(StringComparer.Ordinal);
        foreach (var bid in bids)
        {
            if (
                headers.GetValueOrDefault(Convert.ToHexStringLower(bid.EnvelopeId)) is { } header
                && secrets.GetValueOrDefault(bid.Slot) is { } secret
                && SheetOf(notice, header, secret) is { } sheet
            )
            {
                sheets.Add(bid.Slot, sheet);
            }
        }

        var superseded = bids.Where(bid => IsReplaced(bid, sheets)).Select(bid => bid.Slot).ToImmutableHashSet();
        var live = sheets.Where(pair => !superseded.Contains(pair.Key)).Select(pair => pair.Value).ToList();
        var groups = Groups(live);
        return new Identification(
            sheets.ToImmutable(),
            superseded,
            [
                .. Enumerable
                    .Range(0, notice.Lots)
                    .Select(lot => groups.Count(group => group.Any(sheet => sheet.Lots.Contains(lot)))),
            ],
            string.Join('\n', groups.Select(CodesOf).Order(StringComparer.Ordinal))
        );
    }

    /// <summary><c>s_id</c> from the four keys, or null when a share doesn't open.</summary>
    public static byte[]? SecretOf(EnvelopeHeader header, IReadOnlyDictionary<HolderRole, SealKey> keys) =>
        HolderShares.Join(keys.OrderBy(pair => pair.Key), ShareKind.Identity, header.Base, header.IdentityShares);

    /// <summary>The digest of the list that both sign, with a salt of 32 bytes.</summary>
    public byte[] NamesHash(byte[] salt) => SealHash.Hash("names", salt, System.Text.Encoding.UTF8.GetBytes(Names));

    /// <summary>
    /// A proven sheet: the committed secret, dealt honestly to all four, under which there is a sheet whose members all signed.
    /// </summary>
    public static IdentitySheet? SheetOf(Notice notice, EnvelopeHeader header, byte[] secret) =>
        SealedSecret.CommitIdentity(header.Base, secret).AsSpan().SequenceEqual(header.IdentityCommitment)
        && HolderShares.AreDealt(notice, ShareKind.Identity, header.Base, secret, header.IdentityShares)
        && IdentitySheet.Open(header.Base, secret, header.Sheet, notice.Lots) is { } sheet
        && BidIdentity.IsProven(notice, header, sheet)
            ? sheet
            : null;

    /// <summary>Named as replaced by another bid that shares one of its organisations: nobody else's word ends a bid.</summary>
    private static bool IsReplaced(AcceptedBid bid, ImmutableDictionary<string, IdentitySheet>.Builder sheets) =>
        sheets.TryGetValue(bid.Slot, out var own)
        && sheets.Any(other =>
            other.Key != bid.Slot
            && other.Value.Supersedes is { } named
            && named.AsSpan().SequenceEqual(bid.EnvelopeId)
            && SharesCode(own, other.Value)
        );

    /// <summary>Bids joined by shared credit codes, also over a third one: each group is one bidder.</summary>
    private static List<List<IdentitySheet>> Groups(List<IdentitySheet> sheets)
    {
        var groups = new List<List<IdentitySheet>>();
        foreach (var sheet in sheets)
        {
            var joined = groups.Where(group => group.Any(other => SharesCode(sheet, other))).ToList();
            groups.RemoveAll(joined.Contains);
            groups.Add([sheet, .. joined.SelectMany(group => group)]);
        }

        return groups;
    }

    private static bool SharesCode(IdentitySheet one, IdentitySheet other) =>
        one.Members.Any(member => other.Members.Any(theirs => theirs.CreditCode == member.CreditCode));

    private static string CodesOf(List<IdentitySheet> group) =>
        string.Join(
            ' ',
            group
                .SelectMany(sheet => sheet.Members)
                .Select(member => member.CreditCode.Value)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
}
