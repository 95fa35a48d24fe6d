using System.Collections.Immutable;
using Approvals.Bidding.Export;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;

namespace Approvals.Bidding.Tests.Simulation;

/// <summary>A simulated tender to take away.</summary>
internal static class Exporting
{
    public static TenderExport Export(this World world, ExportAudience audience)
    {
        var verdicts = world.State.Phase == RecordPhase.Opened ? world.Judge() : [];
        var bids = world.State.Phase == RecordPhase.Opened ? world.State.Bids.ToList() : [];
        var export = new TenderExport
        {
            Audience = audience,
            Entries = [.. world.Entries.Select(EntryCodec.Write)],
            Bids = [.. bids.Select(bid => BidOf(world, bid, verdicts[bid.Slot], audience))],
            Verdicts =
            [
                .. bids.Select(bid => new PublishedVerdict(
                    bid.SlotPoint,
                    verdicts[bid.Slot].Kind,
                    verdicts[bid.Slot].Lots.IsDefault ? [] : verdicts[bid.Slot].Lots
                )),
            ],
            NamesSalt = world.NamesSalt,
            Formula = TestFormula.Bytes,
        };
        return Sign(world, export);
    }

    public static TenderExport Sign(World world, TenderExport export)
    {
        var data = export.ToSign();
        return export with
        {
            Signatures =
            [
                .. new[] { HolderRole.Supervisor, HolderRole.Notary }.Select(role => new HolderSignature(
                    role,
                    world.HolderOf(role).Signing.Sign(data)
                )),
            ],
        };
    }

    private static ExportedBid BidOf(World world, AcceptedBid bid, Verdict verdict, ExportAudience audience)
    {
        var evidence = world.EvidenceOf(bid);
        var body = evidence.Body!(0, BodyOpener.SizeOf(world.Notice))!;
        var secrets = evidence
            .Secrets.Where(pair =>
                audience == ExportAudience.Audit
                || pair.Key.Kind == SectionKind.Open
                || (verdict.Kind == VerdictKind.Malformed && verdict.Section == pair.Key)
            )
            .Select(pair => (pair.Key, pair.Value));
        return new ExportedBid(
            bid.SlotPoint,
            evidence.Header!.Write(),
            evidence.IdentitySecret ?? [],
            [.. body.Chunk(PieceTree.PieceSize).Select(piece => new ExportedPiece(piece, PieceTree.LeafOf(piece)))],
            [.. secrets]
        );
    }
}
