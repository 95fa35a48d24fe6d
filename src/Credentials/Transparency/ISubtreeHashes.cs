using System.Numerics;

namespace Approvals.Credentials.Transparency;

/// <summary>
/// The hashes of the complete subtrees of a tree, from which every root and proof can be made. Level 0 holds the leaf hashes;
/// the hash at level k and index i covers the leaves from i·2ᵏ up to (i + 1)·2ᵏ.
/// </summary>
public interface ISubtreeHashes
{
    /// <returns>32 octets. A subtree that is not complete yet is never asked for.</returns>
    byte[] Hash(int level, long index);
}

internal static class SubtreeHashes
{
    /// <summary>MTH over the leaves [from, to), split as RFC 6962 §2.1 splits; at least one leaf.</summary>
    public static byte[] Range(this ISubtreeHashes hashes, long from, long to)
    {
        var count = to - from;
        if (BitOperations.IsPow2(count))
        {
            var level = BitOperations.Log2((ulong)count);
            return hashes.Hash(level, from >> level);
        }

        var middle = from + Split(count);
        return MerkleHash.OfNode(hashes.Range(from, middle), hashes.Range(middle, to));
    }

    /// <summary>The largest power of two that is smaller than the count.</summary>
    public static long Split(long count) => 1L << BitOperations.Log2((ulong)count - 1);
}
