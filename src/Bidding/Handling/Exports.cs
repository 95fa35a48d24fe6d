using System.Collections.Immutable;
using Approvals.Bidding.Export;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tenders;
using Approvals.Kernel.Blobs;
using Approvals.Kernel.Store;

namespace Approvals.Bidding.Handling;

/// <summary>A tender to take away, made from the store: the same bytes every time it is asked for once the record has ended.</summary>
public static class Exports
{
    private static readonly SqlText Signatures = new(
        "SELECT role, digest, signature FROM tender_export WHERE tender = ?1 ORDER BY role"
    );

    private static readonly SqlText PutSignature = new(
        "INSERT OR REPLACE INTO tender_export (tender, role, digest, signature) VALUES (?1, ?2, ?3, ?4)"
    );

    /// <summary>The public export with the signatures that fit it. Reads bodies, so it works outside any turn.</summary>
    public static TenderExport Of(SqlSession session, IBlobStore blobs, TenderState tender, RecordState record)
    {
        var isOpened = record.Phase == RecordPhase.Opened;
        var evidence = isOpened ? BidEvidence.Read(session, blobs, tender, record) : null;
        var bids = isOpened ? record.Bids.ToList() : [];
        var verdicts = bids.ToDictionary(bid => bid.Slot, bid => evidence!.VerdictOf(bid), StringComparer.Ordinal);
        var export = new TenderExport
        {
            Audience = ExportAudience.Public,
            Entries = [.. TenderRecords.EntriesOf(session, tender.Record)],
            Bids = [.. bids.Select(bid => BidOf(evidence!, bid, verdicts[bid.Slot]))],
            Verdicts =
            [
                .. bids.Select(bid => new PublishedVerdict(
                    bid.SlotPoint,
                    verdicts[bid.Slot].Kind,
                    verdicts[bid.Slot].Lots.IsDefault ? [] : verdicts[bid.Slot].Lots
                )),
            ],
            NamesSalt = SealedStore.NamesSalt(session, tender.Key) ?? [],
            Formula = InlineDocuments.Read(session, tender.File!.Formula.Id),
        };
        return export with { Signatures = Fitting(session, tender, export.ToSign()) };
    }

    public static void Sign(SqlSession session, long tender, HolderRole role, byte[] digest, byte[] signature) =>
        session.Execute(PutSignature, tender, (int)role, digest, signature);

    /// <summary>Supervisor and notary have signed the same content.</summary>
    public static byte[]? SignedDigest(SqlSession session, long tender)
    {
        var digests = new List<byte[]>();
        using var rows = session.Query(Signatures, tender);
        while (rows.Next())
        {
            digests.Add(rows.Blob(1).ToArray());
        }

        return digests.Count == 2 && digests[0].AsSpan().SequenceEqual(digests[1]) ? digests[0] : null;
    }

    private static ImmutableArray<HolderSignature> Fitting(SqlSession session, TenderState tender, byte[] digest)
    {
        var found = ImmutableArray.CreateBuilder<HolderSignature>();
        using var rows = session.Query(Signatures, tender.Key);
        while (rows.Next())
        {
            if (rows.Blob(1).SequenceEqual(digest))
            {
                found.Add(new HolderSignature((HolderRole)rows.Integer(0), rows.Blob(2).ToArray()));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>In public only what is read out opens: bytes of the pieces that hold it, and the secret of a proof.</summary>
    private static ExportedBid BidOf(BidEvidence all, AcceptedBid bid, Verdict verdict)
    {
        var evidence = all[bid.Slot];
        var notice = all.Record.Notice!;
        var proof = verdict.Kind == VerdictKind.Malformed ? verdict.Section : null;
        var size = BodyOpener.SizeOf(notice);
        var shown = SectionId
            .All(notice.Lots)
            .Where(section => section.Kind == SectionKind.Open || section == proof)
            .Select(section => BodyOpener.PlaceOf(notice, section))
            .ToList();
        var pieces = evidence.PieceHashes ?? [];
        return new ExportedBid(
            bid.SlotPoint,
            evidence.Header?.Write() ?? [],
            all.Identified.Sheets.ContainsKey(bid.Slot) ? evidence.IdentitySecret ?? [] : [],
            [.. pieces.Select((hash, index) => PieceOf(evidence, shown, size, index, hash))],
            [
                .. evidence
                    .Secrets.Where(pair => pair.Key.Kind == SectionKind.Open || pair.Key == proof)
                    .OrderBy(pair => pair.Key.Lot)
                    .ThenBy(pair => pair.Key.Kind)
                    .Select(pair => (pair.Key, pair.Value)),
            ]
        );
    }

    private static ExportedPiece PieceOf(
        Evidence evidence,
        List<(long Start, long Length)> shown,
        long size,
        int index,
        byte[] hash
    )
    {
        var start = (long)index * PieceTree.PieceSize;
        var length = Math.Min(PieceTree.PieceSize, size - start);
        var isShown = shown.Any(place => place.Start < start + length && start < place.Start + place.Length);
        return new ExportedPiece(isShown ? evidence.Body!(start, length) : null, hash);
    }
}
