using System.Collections.Immutable;
using System.Text;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Credentials.Draws;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Evaluation;

/// <summary>
/// 专家抽取: an order of everybody who may be drawn, from seeds committed before the deadline and a public value that nobody knew
/// then. Whoever has the opened seeds computes it again.
/// </summary>
public static class ExpertDraw
{
    /// <summary>A row of the pool as the tender sees it: indexed and salted anew, so that it can't be told from another tender's.</summary>
    public static byte[] LeafOf(byte[] salt, string expert) =>
        SealHash.Hash("expert", salt, Encoding.UTF8.GetBytes(expert));

    /// <summary>The commitment to a seed of the drawing station or of the supervisor.</summary>
    public static byte[] CommitmentTo(HolderRole role, byte[] seed) => SealHash.Hash("draw-seed", [(byte)role], seed);

    /// <summary>Indexes of the eligible rows in the order in which they are asked.</summary>
    /// <param name="pool">Leaf hashes of all rows.</param>
    /// <param name="excluded">回避: indexes that may not serve.</param>
    /// <param name="publicValue">As it was published, character by character.</param>
    public static ImmutableArray<int> Order(
        ImmutableArray<byte[]> pool,
        ImmutableArray<int> excluded,
        string publicValue,
        byte[] stationSeed,
        byte[] supervisorSeed
    )
    {
        var eligible = Enumerable.Range(0, pool.Length).Except(excluded).ToArray();
        var bits = new byte[pool.Length];
        foreach (var index in eligible)
        {
            bits[index] = 1;
        }

        var seed = SealHash.Hash(
            "draw",
            PieceTree.RootOf(pool),
            SealHash.Hash("eligible", bits),
            stationSeed,
            supervisorSeed,
            Encoding.UTF8.GetBytes(publicValue)
        );
        return [.. FairOrder.Of(new HmacDrbg(seed), eligible.Length).Select(place => eligible[place])];
    }
}
