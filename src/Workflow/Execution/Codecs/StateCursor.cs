using System.Text;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>Reads what <see cref="StateBytes"/> writes; bytes that end early or are no snapshot give <see cref="InvalidDataException"/>.</summary>
internal ref struct StateCursor(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public readonly bool IsAtEnd => rest.IsEmpty;

    public ulong Unsigned()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (rest.IsEmpty)
            {
                throw Broken();
            }

            var next = rest[0];
            rest = rest[1..];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Broken();
    }

    /// <summary>A count of things that take at least a byte each.</summary>
    public int Count() => Unsigned() is var count && count <= (ulong)rest.Length ? (int)count : throw Broken();

    public int Integer() => Unsigned() is var value && value <= int.MaxValue ? (int)value : throw Broken();

    public long Signed()
    {
        var value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public bool Flag() => Unsigned() != 0;

    public string Text()
    {
        var length = Count();
        var text = Encoding.UTF8.GetString(rest[..length]);
        rest = rest[length..];
        return text;
    }

    public string? OptionalText() => Flag() ? Text() : null;

    public DateTimeOffset Instant() => DateTimeOffset.FromUnixTimeMilliseconds(Signed());

    public DateTimeOffset? OptionalInstant() => Flag() ? Instant() : null;

    public DateOnly Day() => DateOnly.FromDayNumber(Integer());

    public DateOnly? OptionalDay() => Flag() ? Day() : null;

    public FeelValue Value() => FeelBinary.Read(ref rest);

    public static InvalidDataException Broken() => new("These bytes are no snapshot of this definition.");
}
