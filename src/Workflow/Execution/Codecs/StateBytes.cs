using System.Buffers;
using System.Text;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>Primitive values of snapshots: variable-length integers, zigzag when signed; texts as UTF-8 with their length.</summary>
internal readonly struct StateBytes(IBufferWriter<byte> output)
{
    public void Unsigned(ulong value)
    {
        var span = output.GetSpan(10);
        var length = 0;
        while (value >= 0x80)
        {
            span[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[length++] = (byte)value;
        output.Advance(length);
    }

    public void Count(int count) => Unsigned((ulong)count);

    public void Signed(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    public void Flag(bool value) => Unsigned(value ? 1UL : 0UL);

    public void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Count(length);
        output.Advance(Encoding.UTF8.GetBytes(text, output.GetSpan(length)));
    }

    public void OptionalText(string? text)
    {
        Flag(text is not null);
        if (text is not null)
        {
            Text(text);
        }
    }

    public void Instant(DateTimeOffset instant) => Signed(instant.ToUnixTimeMilliseconds());

    public void OptionalInstant(DateTimeOffset? instant)
    {
        Flag(instant is not null);
        if (instant is { } value)
        {
            Instant(value);
        }
    }

    public void Day(DateOnly day) => Count(day.DayNumber);

    public void OptionalDay(DateOnly? day)
    {
        Flag(day is not null);
        if (day is { } value)
        {
            Day(value);
        }
    }

    public void Value(FeelValue value) => FeelBinary.Write(output, value);
}
