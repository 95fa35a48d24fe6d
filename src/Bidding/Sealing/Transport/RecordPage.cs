using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Transport;

/// <summary>
/// A stretch of a tender's record on the wire: whole entries, or before the deadline the leaf hashes of what isn't public yet. Either
/// gives the leaf of the tree.
/// </summary>
public sealed record RecordPage(ImmutableArray<(byte[]? Entry, byte[] Leaf)> Lines)
{
    public static byte[] Write(IEnumerable<byte[]> entries, bool isOpen)
    {
        var writer = new WireWriter();
        foreach (var entry in entries)
        {
            var isShown = isOpen || EntryCodec.Read(entry) is NoticePublished or Checkpoint or PoolCommitted;
            writer.Byte(isShown ? (byte)1 : (byte)0).Block(isShown ? entry : Envelopes.PieceTree.LeafOf(entry));
        }

        return writer.ToArray();
    }

    public static RecordPage? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var lines = ImmutableArray.CreateBuilder<(byte[]?, byte[])>();
        while (!reader.IsWhole && !reader.HasFailed)
        {
            var isWhole = reader.Byte() == 1;
            var block = reader.Block();
            if (!reader.HasFailed)
            {
                lines.Add(isWhole ? (block, Envelopes.PieceTree.LeafOf(block)) : (null, block));
            }
        }

        return !reader.HasFailed && lines.All(line => line.Item2.Length == SealHash.Size)
            ? new RecordPage(lines.ToImmutable())
            : null;
    }
}
