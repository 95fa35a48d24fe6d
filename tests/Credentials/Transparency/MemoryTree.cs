using Approvals.Credentials.Transparency;

namespace Approvals.Credentials.Tests.Transparency;

/// <summary>A tree that keeps every complete subtree.</summary>
public sealed class MemoryTree : ISubtreeHashes
{
    private readonly TreeFrontier frontier = new();
    private readonly Dictionary<(int, long), byte[]> subtrees = [];

    public long Size => frontier.Size;

    public void Append(byte[] leaf) =>
        frontier.Append(leaf, (level, index, hash) => subtrees.Add((level, index), hash));

    public byte[] Root() => frontier.Root();

    public byte[] Hash(int level, long index) => subtrees[(level, index)];

    /// <summary>A tile as it would be published.</summary>
    public byte[] Tile(TileAddress address) =>
        [
            .. Enumerable
                .Range(0, address.Width)
                .SelectMany(i =>
                    Hash(address.Level * TileAddress.HeightBits, (address.Index * TileAddress.FullWidth) + i)
                ),
        ];
}
