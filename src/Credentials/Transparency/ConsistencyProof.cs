using System.Numerics;
using System.Security.Cryptography;

namespace Approvals.Credentials.Transparency;

/// <summary>
/// Shows that an older tree is the beginning of a newer one: nothing was changed, only appended (RFC 6962 §2.1.2).
/// </summary>
/// <param name="From">Size of the older tree; a tree of size 0 is the beginning of every tree and needs no hashes.</param>
/// <param name="Size">Of the newer tree.</param>
public sealed record ConsistencyProof(long From, long Size, IReadOnlyList<byte[]> Path)
{
    /// <exception cref="ArgumentOutOfRangeException">The older tree is larger than the newer.</exception>
    public static ConsistencyProof Create(long from, long size, ISubtreeHashes hashes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, size);
        var path = new List<byte[]>();
        if (from > 0 && from < size)
        {
            Collect(from, 0, size, isWhole: true);
        }

        return new(from, size, path);

        // SUBPROOF of the RFC: `isWhole` while the older tree's own root is still the one that is being described.
        void Collect(long older, long start, long end, bool isWhole)
        {
            if (older == end)
            {
                if (!isWhole)
                {
                    path.Add(hashes.Range(start, end));
                }

                return;
            }

            var middle = start + SubtreeHashes.Split(end - start);
            if (older <= middle)
            {
                Collect(older, start, middle, isWhole);
                path.Add(hashes.Range(middle, end));
            }
            else
            {
                Collect(older, middle, end, isWhole: false);
                path.Add(hashes.Range(start, middle));
            }
        }
    }

    /// <summary>True when the path leads to both roots (RFC 9162 §2.1.4.2).</summary>
    public bool Verify(ReadOnlySpan<byte> fromRoot, ReadOnlySpan<byte> root)
    {
        if (From < 0 || From > Size || Path.Any(hash => hash.Length != MerkleHash.Length))
        {
            return false;
        }

        if (From == 0)
        {
            return Path.Count == 0 && (Size > 0 || root.SequenceEqual(MerkleHash.OfEmptyTree()));
        }

        if (From == Size)
        {
            return Path.Count == 0 && CryptographicOperations.FixedTimeEquals(fromRoot, root);
        }

        var path = new Queue<byte[]>(Path);
        if (BitOperations.IsPow2(From))
        {
            path = new([fromRoot.ToArray(), .. Path]);
        }

        if (path.Count == 0)
        {
            return false;
        }

        var (node, last) = (From - 1, Size - 1);
        while ((node & 1) == 1)
        {
            (node, last) = (node >> 1, last >> 1);
        }

        var older = path.Dequeue();
        var newer = older;
        foreach (var hash in path)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                (older, newer) = (MerkleHash.OfNode(hash, older), MerkleHash.OfNode(hash, newer));
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                newer = MerkleHash.OfNode(newer, hash);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0
            && CryptographicOperations.FixedTimeEquals(older, fromRoot)
            && CryptographicOperations.FixedTimeEquals(newer, root);
    }
}
