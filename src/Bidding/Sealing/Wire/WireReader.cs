using System.Buffers.Binary;
using System.Text;

namespace Approvals.Bidding.Sealing.Wire;

/// <summary>
/// Reads what <see cref="WireWriter"/> wrote, in order. Bytes that run out make every later read empty and <see cref="IsWhole"/>
/// false: a parser reads on and asks once at the end, where bytes left over count as well.
/// </summary>
internal ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private ReadOnlySpan<byte> rest = bytes;
    private bool failed;

    /// <summary>Everything was there and nothing is left.</summary>
    public readonly bool IsWhole => !failed && rest.IsEmpty;

    public readonly bool HasFailed => failed;

    /// <summary>For a parser that met a value which means nothing.</summary>
    public void Fail() => failed = true;

    public byte Byte() => Take(1) is [var value] ? value : (byte)0;

    public int Short() =>
        Take(sizeof(ushort)) is { Length: sizeof(ushort) } taken ? BinaryPrimitives.ReadUInt16BigEndian(taken) : 0;

    /// <summary>Four bytes; above 2³¹−1 the reading fails.</summary>
    public int Int()
    {
        var taken = Take(sizeof(uint));
        if (taken.IsEmpty)
        {
            return 0;
        }

        var value = BinaryPrimitives.ReadUInt32BigEndian(taken);
        failed |= value > int.MaxValue;
        return failed ? 0 : (int)value;
    }

    public long Long() =>
        Take(sizeof(long)) is { Length: sizeof(long) } taken ? BinaryPrimitives.ReadInt64BigEndian(taken) : 0;

    public DateTimeOffset Instant()
    {
        var value = Long();
        if (
            value < DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            || value > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
        )
        {
            failed = true;
            value = 0;
        }

        return DateTimeOffset.FromUnixTimeMilliseconds(value);
    }

    public byte[] Fixed(int length) => Take(length).ToArray();

    public byte[] Block() => Take(Int()).ToArray();

    public string Text()
    {
        try
        {
            return Strict.GetString(Take(Int()));
        }
        catch (DecoderFallbackException)
        {
            failed = true;
            return "";
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (failed || length > rest.Length)
        {
            failed = true;
            return default;
        }

        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
