using Approvals.Bidding.Sealing.Wire;

namespace Approvals.Bidding.Sealing.Transport;

/// <summary>What holders ask under their signature, and the form of every answer: blocks one after the other.</summary>
public static class HolderQuestion
{
    /// <summary>Ids of envelopes that wait for the notary's stamp.</summary>
    public const string Stamps = "stamps";

    /// <summary>Headers of the accepted set, in its order; an empty block for one that is lost.</summary>
    public const string Headers = "headers";

    /// <summary>Letters to the asker: kind ‖ sender ‖ what is sealed.</summary>
    public const string Letters = "letters";

    /// <summary>评标专家库, a person a block.</summary>
    public const string Pool = "pool";

    /// <summary>回避: persons who may not judge these bids.</summary>
    public const string Related = "related";

    public static byte[] WriteBlocks(IEnumerable<byte[]> blocks)
    {
        var writer = new WireWriter();
        foreach (var block in blocks)
        {
            writer.Block(block);
        }

        return writer.ToArray();
    }

    /// <summary>The blocks, or null when the bytes are cut off.</summary>
    public static IReadOnlyList<byte[]>? ReadBlocks(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var blocks = new List<byte[]>();
        while (!reader.IsWhole && !reader.HasFailed)
        {
            blocks.Add(reader.Block());
        }

        return reader.HasFailed ? null : blocks;
    }
}
