using System.Runtime.CompilerServices;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel;

/// <summary>
/// A FEEL value (DMN 1.5 §10.3.2). A small struct: booleans, numbers whose coefficient fits 63 bits, dates, times and usual
/// durations live in it; the rest is behind one reference. `default` is null. Values are immutable.
/// </summary>
/// <remarks>
/// <see cref="Equals(FeelValue)"/> is identity of values as a store needs it (a zone differs from its offset, contexts
/// ignore order); FEEL's own `=` is another thing, see §10.3.2.14.
/// </remarks>
public readonly struct FeelValue : IEquatable<FeelValue>
{
    private readonly object? reference;
    private readonly long bits;
    private readonly short scale;
    private readonly FeelKind kind;

    private FeelValue(FeelKind kind, long bits, object? reference = null, short scale = 0)
    {
        this.kind = kind;
        this.bits = bits;
        this.reference = reference;
        this.scale = scale;
    }

    public static FeelValue Null => default;
    public static FeelValue True => new(FeelKind.Boolean, 1);
    public static FeelValue False => new(FeelKind.Boolean, 0);

    public FeelKind Kind => kind;
    public bool IsNull => kind == FeelKind.Null;
    public bool IsTrue => kind == FeelKind.Boolean && bits != 0;
    public bool IsFalse => kind == FeelKind.Boolean && bits == 0;

    /// <summary>A number held as a plain integer in the value itself.</summary>
    internal bool IsSmallInteger => kind == FeelKind.Number && reference is null && scale == 0;
    internal long Bits => bits;
    internal short Scale => scale;
    internal object? Reference => reference;

    public static FeelValue From(bool value) => value ? True : False;

    public static FeelValue From(long value) =>
        value == long.MinValue ? From(FeelNumber.From(value)) : new(FeelKind.Number, value);

    public static FeelValue From(decimal value) => From(FeelNumber.From(value));

    public static FeelValue From(FeelNumber value)
    {
        if (value.Coefficient <= long.MaxValue)
        {
            var magnitude = (long)value.Coefficient;
            return new(FeelKind.Number, value.IsNegative ? -magnitude : magnitude, null, (short)value.Exponent);
        }

        return new(FeelKind.Number, 0, value);
    }

    public static FeelValue From(string? value) => value is null ? default : new(FeelKind.String, 0, value);

    public static FeelValue From(DateOnly value) => From(FeelDate.From(value));

    public static FeelValue From(FeelDate value) => new(FeelKind.Date, value.EpochDay);

    public static FeelValue From(FeelTime value) => new(FeelKind.Time, value.NanoOfDay, value.Zone);

    public static FeelValue From(FeelDateTime value) => new(FeelKind.DateTime, 0, value);

    public static FeelValue From(DateTimeOffset value) => From(FeelDateTime.From(value));

    public static FeelValue From(DaysTimeDuration value) =>
        value.Nanos >= long.MinValue && value.Nanos <= long.MaxValue
            ? new(FeelKind.DaysTimeDuration, (long)value.Nanos)
            : new(FeelKind.DaysTimeDuration, 0, value);

    public static FeelValue From(TimeSpan value) => From(new DaysTimeDuration((Int128)value.Ticks * 100));

    public static FeelValue From(YearsMonthsDuration value) => new(FeelKind.YearsMonthsDuration, value.Months);

    /// <summary>The list is not copied: whoever made it must not change it afterwards.</summary>
    public static FeelValue From(IReadOnlyList<FeelValue> list) => new(FeelKind.List, 0, list);

    public static FeelValue From(FeelContext context) => new(FeelKind.Context, 0, context);

    public static FeelValue From(FeelRange range) => new(FeelKind.Range, 0, range);

    public static FeelValue From(FeelFunction function) => new(FeelKind.Function, 0, function);

    public bool AsBoolean()
    {
        Expect(FeelKind.Boolean);
        return bits != 0;
    }

    public FeelNumber AsNumber()
    {
        Expect(FeelKind.Number);
        if (reference is not null)
        {
            return (FeelNumber)reference;
        }

        var integer = FeelNumber.From(bits);
        return scale == 0 ? integer : integer.WithExponent(scale);
    }

    public string AsString() => (string)Expected(FeelKind.String);

    public FeelDate AsDate()
    {
        Expect(FeelKind.Date);
        return FeelDate.FromEpochDay(bits);
    }

    public FeelTime AsTime()
    {
        Expect(FeelKind.Time);
        return new FeelTime(bits, (FeelZone?)reference);
    }

    public FeelDateTime AsDateTime() => (FeelDateTime)Expected(FeelKind.DateTime);

    public DaysTimeDuration AsDaysTimeDuration()
    {
        Expect(FeelKind.DaysTimeDuration);
        return reference is null ? new DaysTimeDuration(bits) : (DaysTimeDuration)reference;
    }

    public YearsMonthsDuration AsYearsMonthsDuration()
    {
        Expect(FeelKind.YearsMonthsDuration);
        return new YearsMonthsDuration(bits);
    }

    public IReadOnlyList<FeelValue> AsList() => (IReadOnlyList<FeelValue>)Expected(FeelKind.List);

    public FeelContext AsContext() => (FeelContext)Expected(FeelKind.Context);

    public FeelRange AsRange() => (FeelRange)Expected(FeelKind.Range);

    public FeelFunction AsFunction() => (FeelFunction)Expected(FeelKind.Function);

    /// <summary>True when this is a number without fraction that fits.</summary>
    public bool TryGetInt64(out long value)
    {
        if (IsSmallInteger)
        {
            value = bits;
            return true;
        }

        value = 0;
        return kind == FeelKind.Number && AsNumber().TryGetInt64(out value);
    }

    public bool Equals(FeelValue other)
    {
        if (kind != other.kind)
        {
            return false;
        }

        if (ReferenceEquals(reference, other.reference))
        {
            return bits == other.bits && scale == other.scale;
        }

        return kind switch
        {
            FeelKind.List => SameItems(AsList(), other.AsList()),
            _ => bits == other.bits
                && scale == other.scale
                && reference is not null
                && reference.Equals(other.reference),
        };
    }

    public override bool Equals(object? obj) => obj is FeelValue other && Equals(other);

    public override int GetHashCode()
    {
        if (kind != FeelKind.List)
        {
            return HashCode.Combine(kind, bits, scale, reference);
        }

        var hash = new HashCode();
        foreach (var item in AsList())
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public static bool operator ==(FeelValue left, FeelValue right) => left.Equals(right);

    public static bool operator !=(FeelValue left, FeelValue right) => !left.Equals(right);

    /// <summary>Canonical FEEL text: strings quoted, dates and durations as at-literals; functions have only a description.</summary>
    public override string ToString() => FeelText.Literal(this);

    private static bool SameItems(IReadOnlyList<FeelValue> left, IReadOnlyList<FeelValue> right)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!left[i].Equals(right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private void Expect(FeelKind expected)
    {
        if (kind != expected)
        {
            throw WrongKind(expected);
        }
    }

    private object Expected(FeelKind expected) => kind == expected ? reference! : throw WrongKind(expected);

    private InvalidOperationException WrongKind(FeelKind expected) => new($"The value is a {kind}, not a {expected}.");
}
