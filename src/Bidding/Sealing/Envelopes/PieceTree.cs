using Approvals.Credentials.Transparency;

namespace Approvals.Bidding.Sealing.Envelopes;

/// <summary>The RFC 6962 tree over a body's pieces of 256 KiB; the last piece is what is left.</summary>
public static class PieceTree
{
    public const int PieceSize = 256 * 1024;

    public static byte[] LeafOf(ReadOnlySpan<byte> piece) => MerkleHash.OfLeaf(piece);

    /// <summary>The root over leaf hashes.</summary>
    public static byte[] RootOf(IEnumerable<byte[]> leaves)
    {
        var tree = new TreeFrontier();
        foreach (var leaf in leaves)
        {
            tree.Append(leaf);
        }

        return tree.Root();
    }
}

/// <summary>Passes a body on and keeps the hash of every piece of it, with memory for one piece.</summary>
internal sealed class PieceHashingStream(Stream target) : Stream
{
    private readonly byte[] piece = new byte[PieceTree.PieceSize];
    private readonly List<byte[]> leaves = [];
    private int filled;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The leaf hashes of everything written; ends the last piece.</summary>
    public List<byte[]> Finish()
    {
        if (filled > 0)
        {
            leaves.Add(PieceTree.LeafOf(piece.AsSpan(0, filled)));
            filled = 0;
        }

        return leaves;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        target.Write(buffer);
        while (!buffer.IsEmpty)
        {
            var taken = Math.Min(buffer.Length, piece.Length - filled);
            buffer[..taken].CopyTo(piece.AsSpan(filled));
            filled += taken;
            buffer = buffer[taken..];
            if (filled == piece.Length)
            {
                leaves.Add(PieceTree.LeafOf(piece));
                filled = 0;
            }
        }
    }

    public override void Flush() => target.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
