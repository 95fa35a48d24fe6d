using System.Security.Cryptography;

namespace Approvals.Credentials.Transparency;

/// <summary>The hashes of a log's tree (RFC 6962 §2.1): SHA-256, leaves and nodes told apart by their first octet.</summary>
public static class MerkleHash
{
    public const int Length = SHA256.HashSizeInBytes;
    private const byte LeafMark = 0;
    private const byte NodeMark = 1;

    public static byte[] OfEmptyTree() => SHA256.HashData([]);

    public static byte[] OfLeaf(ReadOnlySpan<byte> entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([LeafMark]);
        hash.AppendData(entry);
        return hash.GetHashAndReset();
    }

    public static byte[] OfNode(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != Length || right.Length != Length)
        {
            throw new ArgumentException("A node is made of two hashes of 32 octets.", nameof(left));
        }

        Span<byte> node = stackalloc byte[1 + (2 * Length)];
        node[0] = NodeMark;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + Length)..]);
        return SHA256.HashData(node);
    }
}
