using System.Numerics;

namespace Approvals.Credentials.Transparency;

/// <summary>
/// The right edge of a growing tree: enough to append leaves and to give the root, in memory that grows with the logarithm of the
/// size. One instance belongs to one thread.
/// </summary>
public sealed class TreeFrontier
{
    /// <summary>Roots of the complete subtrees that make up the tree, the largest first.</summary>
    private readonly List<byte[]> peaks = [];

    public long Size { get; private set; }

    /// <summary>The edge of a tree that is stored.</summary>
    public static TreeFrontier Restore(long size, ISubtreeHashes hashes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        var frontier = new TreeFrontier { Size = size };
        for (var (rest, from) = (size, 0L); rest > 0; )
        {
            var level = BitOperations.Log2((ulong)rest);
            frontier.peaks.Add(hashes.Hash(level, from >> level));
            from += 1L << level;
            rest -= 1L << level;
        }

        return frontier;
    }

    /// <param name="leaf">A leaf hash.</param>
    /// <param name="completed">Told every subtree that this leaf completes, level 0 first: what a store keeps for proofs.</param>
    public void Append(byte[] leaf, Action<int, long, byte[]>? completed = null)
    {
        if (leaf.Length != MerkleHash.Length)
        {
            throw new ArgumentException("A leaf hash has 32 octets.", nameof(leaf));
        }

        var (level, index, hash) = (0, Size, leaf);
        completed?.Invoke(level, index, hash);
        for (; (index & 1) == 1; level++, index >>= 1)
        {
            hash = MerkleHash.OfNode(peaks[^1], hash);
            peaks.RemoveAt(peaks.Count - 1);
            completed?.Invoke(level + 1, index >> 1, hash);
        }

        peaks.Add(hash);
        Size++;
    }

    public byte[] Root()
    {
        if (peaks.Count == 0)
        {
            return MerkleHash.OfEmptyTree();
        }

        var root = peaks[^1];
        for (var i = peaks.Count - 2; i >= 0; i--)
        {
            root = MerkleHash.OfNode(peaks[i], root);
        }

        return root;
    }
}
