using Approvals.Credentials.Transparency;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Store;

namespace Approvals.Server.Transparency;

/// <summary>
/// Compares the journal with what was published of it: whoever changes a record and its leaf together still contradicts the
/// tiles, and whoever changes those, too, the checkpoint that others hold.
/// </summary>
public static class PublishedLeaves
{
    /// <summary>One sentence for every difference, and the number of leaves compared.</summary>
    public static long Verify(SqlSession session, LogFolder log, Action<string> different)
    {
        if (log.ReadCheckpoint() is not { } text)
        {
            return 0;
        }

        if (SignedNote.Parse(text) is not { } note || Checkpoint.Parse(note.Text) is not { } checkpoint)
        {
            different("The published checkpoint is not one.");
            return 0;
        }

        var tree = new TreeFrontier();
        byte[]? tile = null;
        JournalReader.ReadLeaves(
            session,
            0,
            checkpoint.Size,
            (position, leaf) =>
            {
                var at = (int)(tree.Size % TileAddress.FullWidth);
                if (at == 0)
                {
                    var width = (int)Math.Min(TileAddress.FullWidth, checkpoint.Size - tree.Size);
                    tile = log.ReadTile(new(0, tree.Size / TileAddress.FullWidth, width));
                }

                if (tile is null || !tile.AsSpan(at * MerkleHash.Length, MerkleHash.Length).SequenceEqual(leaf))
                {
                    different($"Record {position} of the journal is not the one that was published.");
                }

                tree.Append(leaf);
            }
        );
        if (tree.Size < checkpoint.Size)
        {
            different($"The journal has {tree.Size} records; {checkpoint.Size} were published.");
        }
        else if (!tree.Root().AsSpan().SequenceEqual(checkpoint.Root.Span))
        {
            different($"The first {checkpoint.Size} records do not lead to the published root.");
        }

        return tree.Size;
    }
}
