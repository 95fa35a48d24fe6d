using System.Globalization;
using System.Numerics;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel;

/// <summary>
/// A FEEL number (DMN 1.5 §10.3.2.3.1): IEEE 754-2008 decimal128, so 34 significant digits, rounded half to even, between
/// 10^-6176 and 10^6145. There is no infinity and no NaN: an operation that leaves the range answers false.
/// </summary>
/// <remarks>
/// One value has one representation: an integer of at most 34 digits has exponent 0, everything else has no trailing zero
/// in its coefficient. Equality and hashing are therefore those of the fields.
/// </remarks>
public readonly partial struct FeelNumber : IEquatable<FeelNumber>, IComparable<FeelNumber>
{
    public const int Precision = 34;
    internal const int MinExponent = -6176;
    internal const int MaxAdjusted = 6144;

    private readonly UInt128 coefficient;
    private readonly short exponent;
    private readonly bool negative;

    private FeelNumber(bool negative, UInt128 coefficient, int exponent)
    {
        this.negative = negative;
        this.coefficient = coefficient;
        this.exponent = (short)exponent;
    }

    public static FeelNumber Zero => default;
    public static FeelNumber One { get; } = new(false, 1, 0);

    public bool IsZero => coefficient == UInt128.Zero;
    public bool IsNegative => negative;
    public bool IsInteger => exponent >= 0;
    public int Sign =>
        IsZero ? 0
        : negative ? -1
        : 1;

    internal UInt128 Coefficient => coefficient;
    internal int Exponent => exponent;
    internal BigInteger SignedCoefficient => negative ? -(BigInteger)coefficient : coefficient;

    public static FeelNumber From(long value) =>
        value < 0 ? new(true, (UInt128)(-(Int128)value), 0) : new(false, (UInt128)value, 0);

    public static FeelNumber From(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var mantissa = ((UInt128)(uint)parts[2] << 64) | ((UInt128)(uint)parts[1] << 32) | (UInt128)(uint)parts[0];
        _ = TryCreate(value < 0, mantissa, -((parts[3] >> 16) & 0xff), out var number);
        return number;
    }

    /// <summary>Reads `-12.5`, `.5`, `1e-7`; nothing else, no spaces. False also when it leaves the range.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out FeelNumber number)
    {
        number = default;
        var at = 0;
        var isNegative = text.Length > 0 && text[0] == '-';
        if (isNegative)
        {
            at++;
        }

        UInt128 digits = 0;
        var kept = 0;
        var scale = 0L;
        var seen = false;
        var point = false;
        var sticky = false;
        var guard = 0;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '.' && !point)
            {
                point = true;
                continue;
            }

            if (!char.IsAsciiDigit(c))
            {
                break;
            }

            seen = true;
            if (kept < 37)
            {
                digits = (digits * 10) + (uint)(c - '0');
                kept += digits == UInt128.Zero ? 0 : 1;
                scale -= point ? 1 : 0;
            }
            else
            {
                sticky |= c != '0';
                guard++;
                scale += point ? 0 : 1;
            }
        }

        if (!seen || text[at - 1] == '.')
        {
            return false;
        }

        if (at < text.Length)
        {
            if (
                text[at] is not ('e' or 'E')
                || !int.TryParse(
                    text[(at + 1)..],
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var power
                )
            )
            {
                return false;
            }

            scale += power;
        }

        if (sticky)
        {
            digits = (digits * 10) + 1;
            scale--;
        }

        return scale is > -100_000 and < 100_000
            ? TryCreate(isNegative, digits, (int)scale, out number)
            : digits == UInt128.Zero;
    }

    /// <summary>Rounds to 34 digits, half to even; false on overflow.</summary>
    internal static bool TryCreate(bool isNegative, UInt128 magnitude, int scale, out FeelNumber number)
    {
        if (magnitude == UInt128.Zero)
        {
            number = default;
            return true;
        }

        var digits = Powers.Digits(magnitude);
        var drop = Math.Max(digits - Precision, MinExponent - scale);
        if (drop > 0)
        {
            magnitude = drop > Math.Min(digits, 38) ? UInt128.Zero : RoundHalfEven(magnitude, Powers.Ten(drop));
            scale += drop;
            if (magnitude == UInt128.Zero)
            {
                number = default;
                return true;
            }

            digits = Powers.Digits(magnitude);
        }

        if (scale < 0)
        {
            Strip(ref magnitude, ref scale, 0);
        }
        else if (scale > 0)
        {
            if (digits + scale <= Precision)
            {
                magnitude *= Powers.Ten(scale);
                scale = 0;
            }
            else
            {
                Strip(ref magnitude, ref scale, int.MaxValue);
            }
        }

        if (Powers.Digits(magnitude) + scale - 1 > MaxAdjusted)
        {
            number = default;
            return false;
        }

        number = new FeelNumber(isNegative, magnitude, scale);
        return true;
    }

    /// <summary>As the other one; <paramref name="sticky"/> says that the exact value lies just beyond the magnitude.</summary>
    internal static bool TryCreate(BigInteger value, int scale, bool sticky, out FeelNumber number)
    {
        var magnitude = BigInteger.Abs(value);
        var digits = Powers.Digits(magnitude);
        if (digits > 37)
        {
            magnitude = BigInteger.DivRem(magnitude, Powers.BigTen(digits - 37), out var rest);
            scale += digits - 37;
            sticky |= !rest.IsZero;
        }

        var small = (UInt128)magnitude;
        if (sticky)
        {
            // One more digit that is neither 0 nor 5 keeps a later half-even decision right.
            small = (small * 10) + 1;
            scale--;
        }

        return TryCreate(value.Sign < 0, small, scale, out number);
    }

    /// <summary>Only for a coefficient and exponent that are already canonical.</summary>
    internal FeelNumber WithExponent(short canonical) => new(negative, coefficient, canonical);

    public static FeelNumber operator -(FeelNumber value) =>
        value.IsZero ? value : new(!value.negative, value.coefficient, value.exponent);

    public static FeelNumber Negate(FeelNumber value) => -value;

    public FeelNumber Abs() => new(false, coefficient, exponent);

    /// <summary>The value as an exact long; false when it has a fraction or does not fit.</summary>
    public bool TryGetInt64(out long value)
    {
        value = 0;
        if (exponent != 0 || coefficient > (UInt128)long.MaxValue + (negative ? 1u : 0u))
        {
            return false;
        }

        value = negative ? (long)-(Int128)coefficient : (long)coefficient;
        return true;
    }

    /// <summary>The value as a decimal of 28–29 digits; false when that would lose a digit.</summary>
    public bool TryGetDecimal(out decimal value)
    {
        if (exponent is >= -28 and <= 0 && coefficient <= new UInt128(uint.MaxValue, ulong.MaxValue))
        {
            value = new decimal(
                (int)(uint)coefficient,
                (int)(uint)(coefficient >> 32),
                (int)(uint)(coefficient >> 64),
                negative,
                (byte)-exponent
            );
            return true;
        }

        value = 0;
        return false;
    }

    public int CompareTo(FeelNumber other)
    {
        if (Sign != other.Sign)
        {
            return Sign.CompareTo(other.Sign);
        }

        var magnitude = CompareMagnitude(other);
        return negative ? -magnitude : magnitude;
    }

    public bool Equals(FeelNumber other) =>
        coefficient == other.coefficient && exponent == other.exponent && negative == other.negative;

    public override bool Equals(object? obj) => obj is FeelNumber other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(coefficient, exponent, negative);

    public static bool operator ==(FeelNumber left, FeelNumber right) => left.Equals(right);

    public static bool operator !=(FeelNumber left, FeelNumber right) => !left.Equals(right);

    public static bool operator <(FeelNumber left, FeelNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(FeelNumber left, FeelNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(FeelNumber left, FeelNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FeelNumber left, FeelNumber right) => left.CompareTo(right) >= 0;

    /// <summary>A FEEL literal that reads back to the same number: plain digits, or `1.5E40` far from one.</summary>
    public override string ToString()
    {
        var digits = coefficient.ToString(CultureInfo.InvariantCulture);
        var sign = negative ? "-" : "";
        if (exponent == 0)
        {
            return sign + digits;
        }

        var adjusted = digits.Length + exponent - 1;
        if (exponent < 0 && adjusted >= -40)
        {
            return adjusted >= 0
                ? $"{sign}{digits[..(adjusted + 1)]}.{digits[(adjusted + 1)..]}"
                : $"{sign}0.{new string('0', -adjusted - 1)}{digits}";
        }

        return digits.Length == 1 ? $"{sign}{digits}E{adjusted}" : $"{sign}{digits[..1]}.{digits[1..]}E{adjusted}";
    }

    private int CompareMagnitude(FeelNumber other)
    {
        if (exponent == other.exponent)
        {
            return coefficient.CompareTo(other.coefficient);
        }

        var adjusted = Powers.Digits(coefficient) + exponent;
        var otherAdjusted = Powers.Digits(other.coefficient) + other.exponent;
        if (adjusted != otherAdjusted)
        {
            return adjusted.CompareTo(otherAdjusted);
        }

        // Equal magnitude of the leading digit: aligning stays within 34 digits.
        return exponent > other.exponent
            ? (coefficient * Powers.Ten(exponent - other.exponent)).CompareTo(other.coefficient)
            : coefficient.CompareTo(other.coefficient * Powers.Ten(other.exponent - exponent));
    }

    private static UInt128 RoundHalfEven(UInt128 value, UInt128 unit)
    {
        var (quotient, rest) = UInt128.DivRem(value, unit);
        var half = rest.CompareTo(unit - rest);
        return half > 0 || (half == 0 && UInt128.IsOddInteger(quotient)) ? quotient + 1 : quotient;
    }

    private static void Strip(ref UInt128 magnitude, ref int scale, int limit)
    {
        while (scale < limit && UInt128.IsEvenInteger(magnitude))
        {
            var (quotient, digit) = UInt128.DivRem(magnitude, 10);
            if (digit != UInt128.Zero)
            {
                return;
            }

            magnitude = quotient;
            scale++;
        }
    }
}
