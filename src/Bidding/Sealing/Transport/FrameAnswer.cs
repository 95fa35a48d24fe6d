using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Transport;

/// <summary>What the gateway says to a frame.</summary>
public enum FrameCode : byte
{
    /// <summary>Taken; the details say which pieces are there.</summary>
    Open = 0,

    /// <summary>The record has it: the receipt follows.</summary>
    Stored = 1,
    DeadlinePassed = 2,

    /// <summary>The sequence isn't newer, or the slot was ended by a withdrawal.</summary>
    NotNewer = 3,

    /// <summary>The header isn't one of the newest notice, or a signature doesn't fit.</summary>
    NotOfNotice = 4,

    /// <summary>Not all pieces are there; the details say which are.</summary>
    PiecesMissing = 5,

    /// <summary>The piece isn't the one that was announced.</summary>
    AnotherPiece = 6,

    /// <summary>Nothing was begun under this sequence.</summary>
    NotBegun = 7,

    /// <summary>The platform keeps its last room for what was begun already.</summary>
    NoRoom = 8,

    /// <summary>A newer notice voids what is sealed for the older one.</summary>
    NoticeReplaced = 9,
}

/// <summary>回执: the record's entry of a submission, its place in the tree, and the newest checkpoint of that tree.</summary>
/// <param name="Entry">The bytes of the <see cref="Record.Submission"/>.</param>
/// <param name="Index">The leaf, from 0.</param>
/// <param name="Size">Of the tree that <paramref name="Path"/> leads up in.</param>
/// <param name="Checkpoint">The bytes of the <see cref="Record.Checkpoint"/> of that size; empty before the first.</param>
public sealed record SubmissionReceipt(
    byte[] Entry,
    int Index,
    int Size,
    ImmutableArray<byte[]> Path,
    byte[] Checkpoint
)
{
    internal byte[] Write()
    {
        var writer = new WireWriter().Block(Entry).Int(Index).Int(Size).Byte((byte)Path.Length);
        foreach (var hash in Path)
        {
            writer.Fixed(hash);
        }

        return writer.Block(Checkpoint).ToArray();
    }

    internal static SubmissionReceipt? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var entry = reader.Block();
        var (index, size) = (reader.Int(), reader.Int());
        var path = ImmutableArray.CreateBuilder<byte[]>();
        for (var left = reader.Byte(); left > 0 && !reader.HasFailed; left--)
        {
            path.Add(reader.Fixed(SealHash.Size));
        }

        var receipt = new SubmissionReceipt(entry, index, size, path.ToImmutable(), reader.Block());
        return reader.IsWhole ? receipt : null;
    }
}

/// <summary>The content of an answer: <c>code ‖ instant ‖ block details ‖ block receipt</c>, the receipt empty unless stored.</summary>
/// <param name="At">The gateway's clock.</param>
/// <param name="Details">For <see cref="FrameCode.Open"/> and <see cref="FrameCode.PiecesMissing"/>: <see cref="WritePieces"/>.</param>
public sealed record FrameAnswer(FrameCode Code, DateTimeOffset At, byte[] Details, SubmissionReceipt? Receipt)
{
    public byte[] Write() =>
        new WireWriter()
            .Byte((byte)Code)
            .Instant(At)
            .Block(Details)
            .Block(Receipt is null ? [] : Receipt.Write())
            .ToArray();

    public static FrameAnswer? Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var code = (FrameCode)reader.Byte();
        var at = reader.Instant();
        var details = reader.Block();
        var receipt = reader.Block();
        var read = receipt.Length > 0 ? SubmissionReceipt.Read(receipt) : null;
        return reader.IsWhole && Enum.IsDefined(code) && (read is not null) == receipt.Length > 0
            ? new FrameAnswer(code, at, details, read)
            : null;
    }

    /// <summary>Which pieces are held: their number, then a bit for each, the first the highest of its byte.</summary>
    public static byte[] WritePieces(IReadOnlyList<bool> held)
    {
        var bits = new byte[(held.Count + 7) / 8];
        for (var at = 0; at < held.Count; at++)
        {
            bits[at / 8] |= held[at] ? (byte)(0x80 >> (at % 8)) : (byte)0;
        }

        return new WireWriter().Int(held.Count).Fixed(bits).ToArray();
    }

    /// <summary>The details as bits, or null when they aren't in that form.</summary>
    public static IReadOnlyList<bool>? ReadPieces(ReadOnlySpan<byte> details)
    {
        var reader = new WireReader(details);
        var count = reader.Int();
        if (reader.HasFailed || details.Length != sizeof(int) + ((count + 7L) / 8))
        {
            return null;
        }

        var bits = reader.Fixed((count + 7) / 8);
        return [.. Enumerable.Range(0, count).Select(at => (bits[at / 8] & (0x80 >> (at % 8))) != 0)];
    }
}
