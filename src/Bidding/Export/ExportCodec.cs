using System.Collections.Immutable;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Export;

/// <summary>An export as a file, in one form only: no byte of it is without meaning.</summary>
public static class ExportCodec
{
    private static readonly byte[] Magic = "approvals tender export 1\n"u8.ToArray();

    public static byte[] Write(TenderExport export)
    {
        var writer = new WireWriter().Fixed(WriteContent(export)).Short(export.Signatures.Length);
        foreach (var each in export.Signatures)
        {
            writer.Byte((byte)each.Role).Fixed(each.Signature);
        }

        return writer.ToArray();
    }

    /// <summary>The export in the bytes, or null when they aren't one.</summary>
    public static TenderExport? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var isOurs = reader.Fixed(Magic.Length).AsSpan().SequenceEqual(Magic);
        var audience = (ExportAudience)reader.Byte();
        var entries = ImmutableArray.CreateBuilder<byte[]>();
        for (var left = reader.Int(); left > 0 && !reader.HasFailed; left--)
        {
            entries.Add(reader.Block());
        }

        var bids = ImmutableArray.CreateBuilder<ExportedBid>();
        for (var left = reader.Int(); left > 0 && !reader.HasFailed; left--)
        {
            bids.Add(ReadBid(ref reader));
        }

        var verdicts = ImmutableArray.CreateBuilder<PublishedVerdict>();
        for (var left = reader.Int(); left > 0 && !reader.HasFailed; left--)
        {
            verdicts.Add(new(reader.Fixed(SealKey.PointSize), (VerdictKind)reader.Byte(), ReadLots(ref reader)));
        }

        var salt = reader.Block();
        var formula = reader.Block();
        var signatures = ImmutableArray.CreateBuilder<HolderSignature>();
        for (var left = reader.Short(); left > 0 && !reader.HasFailed; left--)
        {
            signatures.Add(new((HolderRole)reader.Byte(), reader.Fixed(SealKey.SignatureSize)));
        }

        return isOurs && reader.IsWhole && Enum.IsDefined(audience)
            ? new TenderExport
            {
                Audience = audience,
                Entries = entries.ToImmutable(),
                Bids = bids.ToImmutable(),
                Verdicts = verdicts.ToImmutable(),
                NamesSalt = salt,
                Formula = formula,
                Signatures = signatures.ToImmutable(),
            }
            : null;
    }

    internal static byte[] WriteContent(TenderExport export)
    {
        var writer = new WireWriter().Fixed(Magic).Byte((byte)export.Audience).Int(export.Entries.Length);
        foreach (var entry in export.Entries)
        {
            writer.Block(entry);
        }

        writer.Int(export.Bids.Length);
        foreach (var bid in export.Bids)
        {
            WriteBid(writer, bid);
        }

        writer.Int(export.Verdicts.Length);
        foreach (var verdict in export.Verdicts)
        {
            writer.Fixed(verdict.SlotPoint).Byte((byte)verdict.Kind).Short(verdict.Lots.Length);
            foreach (var lot in verdict.Lots)
            {
                writer.Short(lot);
            }
        }

        return writer.Block(export.NamesSalt).Block(export.Formula).ToArray();
    }

    private static void WriteBid(WireWriter writer, ExportedBid bid)
    {
        writer.Fixed(bid.SlotPoint).Block(bid.Header).Block(bid.IdentitySecret).Int(bid.Pieces.Length);
        foreach (var piece in bid.Pieces)
        {
            if (piece.Bytes is { } bytes)
            {
                writer.Byte(1).Block(bytes);
            }
            else
            {
                writer.Byte(0).Fixed(piece.Hash);
            }
        }

        writer.Int(bid.Secrets.Length);
        foreach (var (section, secret) in bid.Secrets)
        {
            writer.Fixed(section.Bytes).Fixed(secret);
        }
    }

    private static ExportedBid ReadBid(ref WireReader reader)
    {
        var slot = reader.Fixed(SealKey.PointSize);
        var header = reader.Block();
        var identity = reader.Block();
        var pieces = ImmutableArray.CreateBuilder<ExportedPiece>();
        for (var left = reader.Int(); left > 0 && !reader.HasFailed; left--)
        {
            switch (reader.Byte())
            {
                case 1:
                    var bytes = reader.Block();
                    pieces.Add(new(bytes, PieceTree.LeafOf(bytes)));
                    break;
                case 0:
                    pieces.Add(new(null, reader.Fixed(SealHash.Size)));
                    break;
                default:
                    reader.Fail();
                    break;
            }
        }

        var secrets = ImmutableArray.CreateBuilder<(SectionId, byte[])>();
        for (var left = reader.Int(); left > 0 && !reader.HasFailed; left--)
        {
            secrets.Add((new(reader.Short(), (SectionKind)reader.Byte()), reader.Fixed(SealHash.Size)));
        }

        return new(slot, header, identity, pieces.ToImmutable(), secrets.ToImmutable());
    }

    private static ImmutableArray<int> ReadLots(ref WireReader reader)
    {
        var lots = ImmutableArray.CreateBuilder<int>();
        for (var left = reader.Short(); left > 0 && !reader.HasFailed; left--)
        {
            lots.Add(reader.Short());
        }

        return lots.ToImmutable();
    }
}
