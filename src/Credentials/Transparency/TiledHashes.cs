namespace Approvals.Credentials.Transparency;

/// <summary>
/// The subtrees of a published tree, out of its tiles. What is read is believed only through a proof that leads to a signed root.
/// </summary>
/// <param name="size">Of the tree; tiles are asked for in the width they have at this size.</param>
/// <param name="read">Gives a tile's octets: 32 for each hash. It may keep what it read; the same tile is asked for again.</param>
public sealed class TiledHashes(long size, Func<TileAddress, ReadOnlyMemory<byte>> read) : ISubtreeHashes
{
    /// <exception cref="InvalidDataException">The tile has another length than its width says.</exception>
    public byte[] Hash(int level, long index)
    {
        var tileLevel = Math.DivRem(level, TileAddress.HeightBits, out var height);
        var first = index << height;
        var tileIndex = first / TileAddress.FullWidth;
        var present = (size >> (tileLevel * TileAddress.HeightBits)) - (tileIndex * TileAddress.FullWidth);
        var address = new TileAddress(tileLevel, tileIndex, (int)Math.Min(TileAddress.FullWidth, present));
        var (start, count) = ((int)(first % TileAddress.FullWidth), 1 << height);
        if (start + count > address.Width)
        {
            throw new ArgumentOutOfRangeException(nameof(index), index, "The tree has no such subtree yet.");
        }

        var tile = read(address).Span;
        return tile.Length == address.Width * MerkleHash.Length
            ? Root(tile.Slice(start * MerkleHash.Length, count * MerkleHash.Length))
            : throw new InvalidDataException($"{address.Path} has {tile.Length} octets.");
    }

    private static byte[] Root(ReadOnlySpan<byte> hashes)
    {
        if (hashes.Length == MerkleHash.Length)
        {
            return hashes.ToArray();
        }

        var half = hashes.Length / 2;
        return MerkleHash.OfNode(Root(hashes[..half]), Root(hashes[half..]));
    }
}
