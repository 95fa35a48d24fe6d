using System.Diagnostics;
using Approvals.Credentials.Transparency;

namespace Approvals.Load.Log;

/// <summary>
/// Proofs in a tree of any size without its leaves: all leaves are the same, so that a subtree's hash follows from its height. Proofs are made
/// through tiles, as from a published log whose tiles are in memory.
/// </summary>
internal static class TreeProofs
{
    private const int Proofs = 2_000;

    public static async Task RunAsync(long size)
    {
        var heights = new List<byte[]> { new byte[MerkleHash.Length] };
        while (heights.Count <= TileAddress.HeightBits * (TileAddress.HighestLevel + 1) && 1L << heights.Count <= size)
        {
            heights.Add(MerkleHash.OfNode(heights[^1], heights[^1]));
        }

        var tiles = new Dictionary<TileAddress, byte[]>();
        var hashes = new TiledHashes(size, Tile);
        var root = InclusionProof.Create(0, size, hashes).RootOf(heights[0])!;
        var watch = Stopwatch.StartNew();
        var made = new InclusionProof[Proofs];
        for (var i = 0; i < Proofs; i++)
        {
            made[i] = InclusionProof.Create(i * ((size - 1) / Proofs), size, hashes);
        }

        var making = watch.Elapsed.TotalMicroseconds / Proofs;
        watch.Restart();
        var holds = made.Count(proof => proof.Verify(heights[0], root));
        var checking = watch.Elapsed.TotalMicroseconds / Proofs;
        await Console.Out.WriteLineAsync(
            $"tree of {size}: {holds} of {Proofs} proofs hold, at most {made.Max(proof => proof.Path.Count)} hashes "
                + $"({made.Max(proof => proof.Path.Count) * MerkleHash.Length} octets), {making:F1} µs to make and {checking:F1} µs to check one"
        );

        ReadOnlyMemory<byte> Tile(TileAddress address)
        {
            if (!tiles.TryGetValue(address with { Index = 0 }, out var tile))
            {
                var hash = heights[address.Level * TileAddress.HeightBits];
                tiles[address with { Index = 0 }] = tile = [
                    .. Enumerable.Repeat(hash, address.Width).SelectMany(each => each),
                ];
            }

            return tile;
        }
    }
}
