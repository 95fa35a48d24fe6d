using System.Security.Cryptography;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Transport;

/// <summary>What a client asks of the gateway.</summary>
public enum FrameVerb : byte
{
    Begin = 1,
    Chunk = 2,
    Commit = 3,
    Withdraw = 4,
    Status = 5,
}

/// <summary>
/// One request through the relay: always of <see cref="SealedSize"/>, whatever is asked and however long the data are, signed by the slot key and
/// sealed to the gateway. The relay sees addresses and no content, the gateway content and no addresses.
/// </summary>
/// <param name="Index">Which piece of the body, for a chunk.</param>
public sealed record Frame(FrameVerb Verb, byte[] SlotPoint, int Sequence, int Index, byte[] Data)
{
    /// <summary>The most data in one frame: a piece of the body.</summary>
    public const int MostData = 256 * 1024;

    public const int SealedSize = HeadSize + MostData + SealKey.SignatureSize + Hpke.Overhead;

    /// <summary>Every answer has this size, sealed under a key that only the asking client shares.</summary>
    public const int AnswerSize = 4096;

    private const int HeadSize = 1 + SealKey.PointSize + (3 * sizeof(int));
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>The frame on the wire, and what opens its answer.</summary>
    public (byte[] Sealed, byte[] AnswerKey) Seal(Notice notice, SealKey slot, SealKey ephemeral)
    {
        if (Data.Length > MostData)
        {
            throw new InvalidOperationException($"A frame carries at most {MostData} bytes.");
        }

        var padded = new byte[MostData];
        Data.CopyTo(padded, 0);
        var said = new WireWriter()
            .Byte((byte)Verb)
            .Fixed(SlotPoint)
            .Int(Sequence)
            .Int(Index)
            .Int(Data.Length)
            .Fixed(padded)
            .ToArray();
        using var context = Hpke.ToSend(notice.GatewayPoint, ephemeral, Info(notice));
        byte[] whole = [.. said, .. slot.Sign(SealHash.Hash("frame", notice.Hash, said))];
        return ([.. context.Encapsulated, .. context.Seal([], whole)], context.Export("answer"u8, SealHash.Size));
    }

    /// <summary>The frame and the key of its answer, or null when it isn't one or its slot didn't sign it.</summary>
    public static (Frame Frame, byte[] AnswerKey)? Open(Notice notice, SealKey gateway, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != SealedSize || !SealKey.IsPoint(bytes[..SealKey.PointSize]))
        {
            return null;
        }

        using var context = Hpke.ToReceive(bytes[..SealKey.PointSize], gateway, Info(notice));
        if (context.Open([], bytes[SealKey.PointSize..]) is not { } whole)
        {
            return null;
        }

        var reader = new WireReader(whole);
        var verb = (FrameVerb)reader.Byte();
        var slot = reader.Fixed(SealKey.PointSize);
        var (sequence, index, length) = (reader.Int(), reader.Int(), reader.Int());
        var padded = reader.Fixed(MostData);
        var signature = reader.Fixed(SealKey.SignatureSize);
        var isGood =
            reader.IsWhole
            && Enum.IsDefined(verb)
            && length <= MostData
            && !padded.AsSpan(length).ContainsAnyExcept((byte)0)
            && SealKey.Verifies(slot, SealHash.Hash("frame", notice.Hash, whole[..^SealKey.SignatureSize]), signature);
        return isGood
            ? (new Frame(verb, slot, sequence, index, padded[..length]), context.Export("answer"u8, SealHash.Size))
            : null;
    }

    /// <summary>An answer of the one size; a key answers once, so the nonce is zero.</summary>
    public static byte[] SealAnswer(byte[] answerKey, ReadOnlySpan<byte> answer)
    {
        var plain = new byte[AnswerSize - TagSize];
        new WireWriter().Block(answer).ToArray().CopyTo(plain, 0);
        var output = new byte[AnswerSize];
        using var cipher = new AesGcm(answerKey, TagSize);
        cipher.Encrypt(new byte[NonceSize], plain, output.AsSpan(0, plain.Length), output.AsSpan(plain.Length));
        return output;
    }

    public static byte[]? OpenAnswer(byte[] answerKey, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != AnswerSize)
        {
            return null;
        }

        var plain = new byte[AnswerSize - TagSize];
        try
        {
            using var cipher = new AesGcm(answerKey, TagSize);
            cipher.Decrypt(new byte[NonceSize], bytes[..plain.Length], bytes[plain.Length..], plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        var reader = new WireReader(plain);
        var answer = reader.Block();
        return reader.HasFailed ? null : answer;
    }

    private static byte[] Info(Notice notice) => [.. "gateway"u8, .. notice.Hash];
}
