using System.Security.Cryptography;

namespace Approvals.Credentials.Transparency;

/// <summary>
/// Shows that a leaf is in a tree (RFC 6962 §2.1.1).
/// </summary>
/// <param name="Index">Of the leaf, from 0.</param>
/// <param name="Size">Of the tree.</param>
/// <param name="Path">Sibling hashes from the leaf up; at most ⌈log₂ size⌉.</param>
public sealed record InclusionProof(long Index, long Size, IReadOnlyList<byte[]> Path)
{
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    public static InclusionProof Create(long index, long size, ISubtreeHashes hashes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<byte[]>();
        for (var (from, to) = (0L, size); to - from > 1; )
        {
            var middle = from + SubtreeHashes.Split(to - from);
            if (index < middle)
            {
                path.Add(hashes.Range(middle, to));
                to = middle;
            }
            else
            {
                path.Add(hashes.Range(from, middle));
                from = middle;
            }
        }

        path.Reverse();
        return new(index, size, path);
    }

    /// <summary>True when the leaf hash and the path lead to the root (RFC 9162 §2.1.3.2).</summary>
    public bool Verify(ReadOnlySpan<byte> leaf, ReadOnlySpan<byte> root) =>
        RootOf(leaf) is { } made && CryptographicOperations.FixedTimeEquals(made, root);

    /// <summary>The root that the proof leads to, or null when the path has the wrong length for its place.</summary>
    public byte[]? RootOf(ReadOnlySpan<byte> leaf)
    {
        if (
            Index < 0
            || Index >= Size
            || leaf.Length != MerkleHash.Length
            || Path.Any(hash => hash.Length != MerkleHash.Length)
        )
        {
            return null;
        }

        var (node, last, made) = (Index, Size - 1, leaf.ToArray());
        foreach (var sibling in Path)
        {
            if (last == 0)
            {
                return null;
            }

            if ((node & 1) == 1 || node == last)
            {
                made = MerkleHash.OfNode(sibling, made);
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                made = MerkleHash.OfNode(made, sibling);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 ? made : null;
    }
}
