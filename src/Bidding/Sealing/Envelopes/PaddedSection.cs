using System.Buffers.Binary;

namespace Approvals.Bidding.Sealing.Envelopes;

/// <summary>
/// A section's plain text: length (8 bytes) ‖ data ‖ zeros up to the published size, so that no length says anything. Reading is strict:
/// a byte other than zero behind the data makes the section malformed.
/// </summary>
internal static class PaddedSection
{
    public const int LengthSize = sizeof(long);

    public static byte[] Pad(ReadOnlySpan<byte> data, int size)
    {
        if (data.Length > size - LengthSize)
        {
            throw new ArgumentException($"A section of {data.Length} bytes doesn't fit into {size}.", nameof(data));
        }

        var padded = new byte[size];
        BinaryPrimitives.WriteInt64BigEndian(padded, data.Length);
        data.CopyTo(padded.AsSpan(LengthSize));
        return padded;
    }

    public static byte[]? Unpad(ReadOnlySpan<byte> padded, int size)
    {
        if (padded.Length != size)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt64BigEndian(padded);
        return
            length >= 0
            && length <= size - LengthSize
            && !padded[(LengthSize + (int)length)..].ContainsAnyExcept((byte)0)
            ? padded.Slice(LengthSize, (int)length).ToArray()
            : null;
    }
}
