using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel;

/// <summary>
/// FEEL values as bytes for state rows: exact for every kind but functions, which are written as null. A value is one byte
/// of kind, then: boolean one byte; number a signed varint with its scale, or its decimal text; string UTF-8 behind its
/// length; date, durations varints; time and date-time with their zone; list and context a count and their items; range its
/// flags and ends. Lengths, counts and signed numbers are LEB128 (zigzag).
/// </summary>
public static class FeelBinary
{
    private const byte Wide = 0x40;
    private const int MaxNesting = 512;

    public static void Write(IBufferWriter<byte> output, FeelValue value)
    {
        switch (value.Kind)
        {
            case FeelKind.Boolean:
                Byte(output, FeelKind.Boolean);
                Byte(output, value.AsBoolean() ? (byte)1 : (byte)0);
                break;
            case FeelKind.Number when value.Reference is null:
                Byte(output, FeelKind.Number);
                Signed(output, value.Scale);
                Signed(output, value.Bits);
                break;
            case FeelKind.Number:
                Byte(output, (byte)FeelKind.Number | Wide);
                Text(output, value.AsNumber().ToString());
                break;
            case FeelKind.String:
                Byte(output, FeelKind.String);
                Text(output, value.AsString());
                break;
            case FeelKind.Date or FeelKind.YearsMonthsDuration:
                Byte(output, value.Kind);
                Signed(output, value.Bits);
                break;
            case FeelKind.Time:
                Byte(output, FeelKind.Time);
                Signed(output, value.Bits);
                Text(output, value.AsTime().Zone?.ToString() ?? "");
                break;
            case FeelKind.DateTime:
                Byte(output, FeelKind.DateTime);
                Signed(output, value.AsDateTime().Date.EpochDay);
                Signed(output, value.AsDateTime().NanoOfDay);
                Text(output, value.AsDateTime().Zone?.ToString() ?? "");
                break;
            case FeelKind.DaysTimeDuration when value.Reference is null:
                Byte(output, FeelKind.DaysTimeDuration);
                Signed(output, value.Bits);
                break;
            case FeelKind.DaysTimeDuration:
                Byte(output, (byte)FeelKind.DaysTimeDuration | Wide);
                var nanos = value.AsDaysTimeDuration().Nanos;
                Signed(output, (long)(nanos >> 64));
                Unsigned(output, (ulong)nanos);
                break;
            case FeelKind.List:
                Byte(output, FeelKind.List);
                Unsigned(output, (ulong)value.AsList().Count);
                foreach (var item in value.AsList())
                {
                    Write(output, item);
                }

                break;
            case FeelKind.Context:
                Byte(output, FeelKind.Context);
                Unsigned(output, (ulong)value.AsContext().Count);
                foreach (var (name, entry) in value.AsContext())
                {
                    Text(output, name);
                    Write(output, entry);
                }

                break;
            case FeelKind.Range:
                var range = value.AsRange();
                Byte(output, FeelKind.Range);
                Byte(
                    output,
                    (byte)((range.StartIncluded ? 1 : 0) | (range.EndIncluded ? 2 : 0) | (range.IsComparison ? 4 : 0))
                );
                Write(output, range.Start);
                Write(output, range.End);
                break;
            default:
                Byte(output, FeelKind.Null);
                break;
        }
    }

    /// <summary>Reads one value and moves the cursor behind it.</summary>
    /// <exception cref="InvalidDataException">The bytes are not of this format.</exception>
    public static FeelValue Read(ref ReadOnlySpan<byte> cursor) => Read(ref cursor, 0);

    private static FeelValue Read(ref ReadOnlySpan<byte> cursor, int nesting)
    {
        if (nesting > MaxNesting)
        {
            throw Corrupt();
        }

        var tag = Byte(ref cursor);
        switch ((FeelKind)(tag & ~Wide))
        {
            case FeelKind.Null:
                return default;
            case FeelKind.Boolean:
                return FeelValue.From(Byte(ref cursor) != 0);
            case FeelKind.Number when (tag & Wide) == 0:
                var scale = Signed(ref cursor);
                var bits = Signed(ref cursor);
                return scale == 0 ? FeelValue.From(bits) : Number(bits, scale);
            case FeelKind.Number:
                return FeelNumber.TryParse(Text(ref cursor), out var number) ? FeelValue.From(number) : throw Corrupt();
            case FeelKind.String:
                return FeelValue.From(Text(ref cursor));
            case FeelKind.Date:
                return FeelDate.TryFromEpochDay(Signed(ref cursor), out var date)
                    ? FeelValue.From(date)
                    : throw Corrupt();
            case FeelKind.Time:
                return FeelValue.From(new FeelTime(NanoOfDay(ref cursor), Zone(ref cursor)));
            case FeelKind.DateTime:
                var known = FeelDate.TryFromEpochDay(Signed(ref cursor), out var day);
                var moment = new FeelDateTime(day, NanoOfDay(ref cursor), Zone(ref cursor));
                return known ? FeelValue.From(moment) : throw Corrupt();
            case FeelKind.DaysTimeDuration when (tag & Wide) == 0:
                return FeelValue.From(new DaysTimeDuration(Signed(ref cursor)));
            case FeelKind.DaysTimeDuration:
                var high = Signed(ref cursor);
                return FeelValue.From(new DaysTimeDuration(((Int128)high << 64) | Unsigned(ref cursor)));
            case FeelKind.YearsMonthsDuration:
                return FeelValue.From(new YearsMonthsDuration(Signed(ref cursor)));
            case FeelKind.List:
                var items = new FeelValue[Count(ref cursor)];
                for (var i = 0; i < items.Length; i++)
                {
                    items[i] = Read(ref cursor, nesting + 1);
                }

                return FeelValue.From(items);
            case FeelKind.Context:
                var context = new FeelContext.Builder();
                for (var left = Count(ref cursor); left > 0; left--)
                {
                    context.Set(Text(ref cursor), Read(ref cursor, nesting + 1));
                }

                return FeelValue.From(context.Build());
            case FeelKind.Range:
                var flags = Byte(ref cursor);
                var start = Read(ref cursor, nesting + 1);
                var end = Read(ref cursor, nesting + 1);
                return FeelValue.From(new FeelRange(start, (flags & 1) != 0, end, (flags & 2) != 0, (flags & 4) != 0));
            default:
                throw Corrupt();
        }
    }

    private static FeelValue Number(long bits, long scale)
    {
        var size = (UInt128)Int128.Abs(bits);
        return
            scale is > short.MinValue and < short.MaxValue
            && FeelNumber.TryCreate(bits < 0, size, (int)scale, out var number)
            ? FeelValue.From(number)
            : throw Corrupt();
    }

    private static void Byte(IBufferWriter<byte> output, FeelKind kind) => Byte(output, (byte)kind);

    private static void Byte(IBufferWriter<byte> output, byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    private static byte Byte(ref ReadOnlySpan<byte> cursor)
    {
        if (cursor.IsEmpty)
        {
            throw Corrupt();
        }

        var value = cursor[0];
        cursor = cursor[1..];
        return value;
    }

    private static void Signed(IBufferWriter<byte> output, long value) =>
        Unsigned(output, (ulong)((value << 1) ^ (value >> 63)));

    private static long Signed(ref ReadOnlySpan<byte> cursor)
    {
        var value = Unsigned(ref cursor);
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private static void Unsigned(IBufferWriter<byte> output, ulong value)
    {
        var span = output.GetSpan(10);
        var at = 0;
        while (value >= 0x80)
        {
            span[at++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[at++] = (byte)value;
        output.Advance(at);
    }

    private static ulong Unsigned(ref ReadOnlySpan<byte> cursor)
    {
        var value = 0UL;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var next = Byte(ref cursor);
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Corrupt();
    }

    // Each item takes a byte at least, so a forged count cannot ask for more memory than the row has bytes.
    private static int Count(ref ReadOnlySpan<byte> cursor)
    {
        var count = Unsigned(ref cursor);
        return count <= (ulong)cursor.Length ? (int)count : throw Corrupt();
    }

    private static void Text(IBufferWriter<byte> output, string text)
    {
        var size = Encoding.UTF8.GetByteCount(text);
        Unsigned(output, (ulong)size);
        output.Advance(Encoding.UTF8.GetBytes(text, output.GetSpan(size)));
    }

    private static string Text(ref ReadOnlySpan<byte> cursor)
    {
        var size = Count(ref cursor);
        var text = Encoding.UTF8.GetString(cursor[..size]);
        cursor = cursor[size..];
        return text;
    }

    private static long NanoOfDay(ref ReadOnlySpan<byte> cursor)
    {
        var nanos = Signed(ref cursor);
        return nanos is >= 0 and < FeelTime.NanosPerDay ? nanos : throw Corrupt();
    }

    private static FeelZone? Zone(ref ReadOnlySpan<byte> cursor) =>
        FeelZone.TryParse(Text(ref cursor), out var zone) ? zone : throw Corrupt();

    private static InvalidDataException Corrupt() => new("These bytes are not a FEEL value.");
}
