using System.Security.Cryptography;
using System.Text;
using Approvals.Credentials.Transparency;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Store.Sqlite;

namespace Approvals.Server.Transparency;

/// <summary>
/// Brings the published tree up to the journal's end: leaves in global order, tiles as they fill, then a signed checkpoint. Only
/// what is committed is read, so that the log never says more than the journal. One instance and one thread at a time.
/// </summary>
public sealed class LogPublisher
{
    private const int LeavesPerRead = 65_536;
    private readonly ReaderPool readers;
    private readonly LogFolder folder;
    private readonly NoteSigner signer;
    private readonly Func<byte[], byte[]?>? stamp;
    private readonly List<byte>[] open;
    private TreeFrontier tree;

    /// <summary>Opens the log where it was left.</summary>
    /// <param name="stamp">Gives an RFC 3161 token over a SHA-256 digest, or null while none is to be had: a checkpoint without one is better
    /// than none.</param>
    /// <exception cref="LogForkedException">The journal does not continue what was published.</exception>
    public LogPublisher(ReaderPool readers, LogFolder folder, NoteSigner signer, Func<byte[], byte[]?>? stamp = null)
    {
        (this.readers, this.folder, this.signer, this.stamp) = (readers, folder, signer, stamp);
        open = [.. Enumerable.Range(0, TileAddress.HighestLevel + 1).Select(_ => new List<byte>())];
        Current = ReadCheckpoint();
        tree = new TreeFrontier();
        if (Current is { } last && !TryRestore(last.Size))
        {
            Rebuild(last);
        }

        folder.WriteKey(signer.Verifier.ToString());
    }

    /// <summary>The newest published checkpoint; null before the first.</summary>
    public Checkpoint? Current { get; private set; }

    /// <summary>Publishes what the journal has more than the tree and gives the number of new leaves.</summary>
    public long Publish()
    {
        var from = tree.Size;
        if (Append(long.MaxValue) == 0 && Current is not null)
        {
            return 0;
        }

        WriteOpenTiles();
        var checkpoint = new Checkpoint(signer.Verifier.Name, tree.Size, tree.Root());
        var note = signer.Sign(checkpoint.ToText());
        if (stamp?.Invoke(SHA256.HashData(Encoding.UTF8.GetBytes(note.ToString()))) is { } token)
        {
            folder.WriteTimestamp(tree.Size, token);
        }

        folder.WriteCheckpoint(note);
        Current = checkpoint;
        return tree.Size - from;
    }

    private Checkpoint? ReadCheckpoint()
    {
        if (folder.ReadCheckpoint() is not { } text)
        {
            return null;
        }

        return
            SignedNote.Parse(text) is { } note
            && signer.Verifier.Accepts(note)
            && Checkpoint.Parse(note.Text) is { } last
            ? last
            : throw new LogForkedException("The last checkpoint is not one that this log signed.");
    }

    /// <summary>The edge of the tree out of its tiles; false when they are incomplete or lead to another root.</summary>
    private bool TryRestore(long size)
    {
        try
        {
            tree = TreeFrontier.Restore(size, new TiledHashes(size, each => folder.ReadTile(each)));
        }
        catch (InvalidDataException)
        {
            return false;
        }

        for (var level = 0; level < open.Length; level++)
        {
            var count = size >> (level * TileAddress.HeightBits);
            var width = (int)(count % TileAddress.FullWidth);
            if (width > 0)
            {
                if (folder.ReadTile(new(level, count / TileAddress.FullWidth, width)) is not { } hashes)
                {
                    return false;
                }

                open[level].AddRange(hashes);
            }
        }

        return tree.Root().AsSpan().SequenceEqual(Current!.Root.Span);
    }

    private void Rebuild(Checkpoint last)
    {
        tree = new TreeFrontier();
        foreach (var tile in open)
        {
            tile.Clear();
        }

        Append(last.Size);
        if (tree.Size != last.Size || !tree.Root().AsSpan().SequenceEqual(last.Root.Span))
        {
            throw new LogForkedException(
                $"The first {last.Size} records of the journal are not those of the last checkpoint."
            );
        }

        WriteOpenTiles();
    }

    /// <summary>Appends the journal's leaves up to the position and gives their number.</summary>
    private long Append(long last)
    {
        var before = tree.Size;
        while (
            readers.Read(session =>
                JournalReader.ReadLeaves(session, tree.Size, Math.Min(last, tree.Size + LeavesPerRead), Append)
            ) == LeavesPerRead
        )
        {
            // The next part of a long journal.
        }

        return tree.Size - before;
    }

    private void Append(long position, byte[] leaf)
    {
        if (position != tree.Size + 1)
        {
            throw new LogForkedException($"The journal has no record {tree.Size + 1}.");
        }

        tree.Append(leaf, Complete);
    }

    private void Complete(int level, long index, byte[] hash)
    {
        var (tileLevel, height) = Math.DivRem(level, TileAddress.HeightBits);
        if (height != 0 || tileLevel > TileAddress.HighestLevel)
        {
            return;
        }

        var tile = open[tileLevel];
        tile.AddRange(hash);
        if (tile.Count == TileAddress.FullWidth * MerkleHash.Length)
        {
            folder.WriteTile(new(tileLevel, index / TileAddress.FullWidth), tile.ToArray());
            tile.Clear();
        }
    }

    private void WriteOpenTiles()
    {
        for (var level = 0; level < open.Length; level++)
        {
            var width = open[level].Count / MerkleHash.Length;
            if (width > 0)
            {
                var index = (tree.Size >> (level * TileAddress.HeightBits)) / TileAddress.FullWidth;
                folder.WriteTile(new(level, index, width), open[level].ToArray());
            }
        }
    }
}
