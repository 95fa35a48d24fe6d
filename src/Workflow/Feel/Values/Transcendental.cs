using System.Numerics;

namespace Approvals.Workflow.Feel.Values;

/// <summary>
/// Square root, logarithm, exponential and power of decimals. The root is correctly rounded; the others are computed with
/// about 30 guard digits and rounded once, so that only an argument chosen against it could meet a wrong last digit.
/// </summary>
internal static class Transcendental
{
    // Fixed point: integers count units of 10^-Digits.
    private const int Digits = 66;
    private static readonly BigInteger Unit = Powers.BigTen(Digits);
    private static readonly BigInteger LnTen = LnOfTen();

    /// <summary>False when the number is negative.</summary>
    public static bool TrySqrt(FeelNumber value, out FeelNumber root)
    {
        root = default;
        if (value.IsNegative)
        {
            return false;
        }

        if (value.IsZero)
        {
            return true;
        }

        var shift = 74 + (value.Exponent & 1);
        var scaled = (BigInteger)value.Coefficient * Powers.BigTen(shift);
        var floor = FloorSqrt(scaled);
        return FeelNumber.TryCreate(floor, (value.Exponent - shift) / 2, floor * floor != scaled, out root);
    }

    /// <summary>Natural logarithm; false when the number is not positive.</summary>
    public static bool TryLog(FeelNumber value, out FeelNumber log)
    {
        log = default;
        if (value.Sign <= 0)
        {
            return false;
        }

        return value == FeelNumber.One || FeelNumber.TryCreate(Ln(value), -Digits, true, out log);
    }

    /// <summary>False on overflow.</summary>
    public static bool TryExp(FeelNumber value, out FeelNumber exponential)
    {
        exponential = FeelNumber.One;
        return value.IsZero || TryExp(ToFixed(value), out exponential);
    }

    /// <summary>False when the power is not a real number or leaves the range.</summary>
    public static bool TryPower(FeelNumber value, FeelNumber power, out FeelNumber result)
    {
        result = FeelNumber.One;
        if (power.IsZero || value == FeelNumber.One)
        {
            return true;
        }

        if (value.IsZero)
        {
            result = default;
            return power.Sign > 0;
        }

        if (power.TryGetInt64(out var whole) && Math.Abs(whole) <= 1_000_000)
        {
            return TryIntegerPower(value, whole, out result);
        }

        var isOdd = power.IsInteger && power.Exponent == 0 && UInt128.IsOddInteger(power.Coefficient);
        if (value.IsNegative && !power.IsInteger)
        {
            return false;
        }

        var magnitude = value.Abs();
        if (magnitude == FeelNumber.One)
        {
            result = isOdd ? value : FeelNumber.One;
            return true;
        }

        // Past this the result is out of range either way, or zero.
        if (power.Abs() > FeelNumber.From(1_000_000_000_000_000_000))
        {
            result = default;
            return magnitude > FeelNumber.One == power.IsNegative;
        }

        var exponent = Multiply(Ln(magnitude), ToFixed(power));
        if (!TryExp(exponent, out result))
        {
            return false;
        }

        result = value.IsNegative && isOdd ? -result : result;
        return true;
    }

    private static bool TryIntegerPower(FeelNumber value, long power, out FeelNumber result)
    {
        // Coefficients are cut to 80 digits after each product, well past the 34 that stay.
        var (factor, factorScale) = (value.SignedCoefficient, (long)value.Exponent);
        var (product, scale) = (BigInteger.One, 0L);
        var inexact = false;
        for (var left = Math.Abs(power); left > 0; left >>= 1)
        {
            if ((left & 1) == 1)
            {
                (product, scale) = Cut(product * factor, scale + factorScale, ref inexact);
            }

            (factor, factorScale) = Cut(factor * factor, factorScale * 2, ref inexact);
        }

        result = default;
        if (power < 0)
        {
            var reciprocal = BigInteger.DivRem(Powers.BigTen(140), product, out var rest);
            inexact |= !rest.IsZero;
            (product, scale) = (reciprocal, -scale - 140);
        }

        return InRange(product, scale, out var isZero)
            ? isZero || FeelNumber.TryCreate(product, (int)scale, inexact, out result)
            : false;
    }

    private static (BigInteger Value, long Scale) Cut(BigInteger value, long scale, ref bool inexact)
    {
        var excess = Powers.Digits(value) - 80;
        if (excess <= 0)
        {
            return (value, scale);
        }

        value = BigInteger.DivRem(value, Powers.BigTen(excess), out var rest);
        inexact |= !rest.IsZero;
        return (value, scale + excess);
    }

    private static bool InRange(BigInteger value, long scale, out bool isZero)
    {
        var adjusted = Powers.Digits(value) + scale;
        isZero = adjusted < -7_000;
        return adjusted < 7_000;
    }

    private static bool TryExp(BigInteger x, out FeelNumber result)
    {
        // e^x = 10^k * e^r with |r| < ln 10.
        result = default;
        var k = BigInteger.Divide(x, LnTen);
        if (BigInteger.Abs(k) > 7_000)
        {
            return k.Sign < 0;
        }

        // Halving the rest eight times makes the series short; squaring the sum undoes it.
        var rest = (x - (k * LnTen)) >> 8;
        var (sum, term) = (Unit, Unit);
        for (var n = 1; !term.IsZero; n++)
        {
            term = Multiply(term, rest) / n;
            sum += term;
        }

        for (var i = 0; i < 8; i++)
        {
            sum = Multiply(sum, sum);
        }

        return FeelNumber.TryCreate(sum, (int)k - Digits, true, out result);
    }

    private static BigInteger Ln(FeelNumber value)
    {
        // value = m * 10^k with m in [1, 10).
        var digits = Powers.Digits(value.Coefficient);
        var mantissa = (BigInteger)value.Coefficient * Powers.BigTen(Digits - digits + 1);
        return LnOfFixed(mantissa) + (LnTen * (value.Exponent + digits - 1));
    }

    // Roots bring the argument near one, where 2 artanh((m - 1) / (m + 1)) converges fast.
    private static BigInteger LnOfFixed(BigInteger mantissa)
    {
        var doublings = 0;
        while (BigInteger.Abs(mantissa - Unit) > Unit >> 6)
        {
            mantissa = FloorSqrt(mantissa * Unit);
            doublings++;
        }

        var ratio = (mantissa - Unit) * Unit / (mantissa + Unit);
        var square = Multiply(ratio, ratio);
        var (sum, term) = (BigInteger.Zero, ratio);
        for (var n = 1; !term.IsZero; n += 2)
        {
            sum += term / n;
            term = Multiply(term, square);
        }

        return sum << (doublings + 1);
    }

    private static BigInteger LnOfTen() => LnOfFixed(Powers.BigTen(Digits) * 10);

    private static BigInteger Multiply(BigInteger a, BigInteger b) => a * b / Unit;

    // A power beyond 10^40 is clamped: every caller has left its range long before.
    private static BigInteger ToFixed(FeelNumber value)
    {
        var scale = Math.Min(value.Exponent, 40) + Digits;
        return scale >= 0
            ? value.SignedCoefficient * Powers.BigTen(scale)
            : value.SignedCoefficient / Powers.BigTen(-scale);
    }

    private static BigInteger FloorSqrt(BigInteger value)
    {
        if (value.IsZero)
        {
            return value;
        }

        var guess = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (guess + (value / guess)) >> 1;
            if (next >= guess)
            {
                return guess;
            }

            guess = next;
        }
    }
}
