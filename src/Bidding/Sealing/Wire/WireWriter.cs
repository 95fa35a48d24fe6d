using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Approvals.Bidding.Sealing.Wire;

/// <summary>The one encoding of everything that is hashed or signed: fixed order, big-endian, blocks with their length before them.</summary>
internal sealed class WireWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new();

    public int Length => buffer.WrittenCount;

    public WireWriter Byte(byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
        return this;
    }

    public WireWriter Short(int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(buffer.GetSpan(sizeof(ushort)), checked((ushort)value));
        buffer.Advance(sizeof(ushort));
        return this;
    }

    public WireWriter Int(int value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(buffer.GetSpan(sizeof(uint)), checked((uint)value));
        buffer.Advance(sizeof(uint));
        return this;
    }

    public WireWriter Long(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(buffer.GetSpan(sizeof(long)), value);
        buffer.Advance(sizeof(long));
        return this;
    }

    /// <summary>UTC Unix milliseconds, eight bytes.</summary>
    public WireWriter Instant(DateTimeOffset value) => Long(value.ToUnixTimeMilliseconds());

    /// <summary>Bytes whose number the reader knows.</summary>
    public WireWriter Fixed(ReadOnlySpan<byte> bytes)
    {
        buffer.Write(bytes);
        return this;
    }

    /// <summary>Length (4 bytes) and bytes.</summary>
    public WireWriter Block(ReadOnlySpan<byte> bytes) => Int(bytes.Length).Fixed(bytes);

    /// <summary>UTF-8 as a block.</summary>
    public WireWriter Text(string text) => Block(Encoding.UTF8.GetBytes(text));

    public byte[] ToArray() => buffer.WrittenSpan.ToArray();
}
