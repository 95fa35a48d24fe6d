using System.Numerics;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel;

/// <summary>The exact operations, each rounded once; answers are false where the result leaves the range.</summary>
public readonly partial struct FeelNumber
{
    public static bool TryAdd(FeelNumber a, FeelNumber b, out FeelNumber sum)
    {
        if (a.exponent == b.exponent && a.negative == b.negative)
        {
            return TryCreate(a.negative, a.coefficient + b.coefficient, a.exponent, out sum);
        }

        if (a.IsZero || b.IsZero)
        {
            sum = a.IsZero ? b : a;
            return true;
        }

        var (high, low) = a.exponent >= b.exponent ? (a, b) : (b, a);
        var shift = high.exponent - low.exponent;
        if (shift + Powers.Digits(high.coefficient) <= 37)
        {
            var aligned = high.coefficient * Powers.Ten(shift);
            if (high.negative == low.negative)
            {
                return TryCreate(high.negative, aligned + low.coefficient, low.exponent, out sum);
            }

            return aligned >= low.coefficient
                ? TryCreate(high.negative, aligned - low.coefficient, low.exponent, out sum)
                : TryCreate(low.negative, low.coefficient - aligned, low.exponent, out sum);
        }

        var gap = Powers.Digits(high.coefficient) + shift - Powers.Digits(low.coefficient);
        if (gap > 80)
        {
            // The low operand only decides on which side of the high one the exact sum lies.
            var far = high.SignedCoefficient * Powers.BigTen(60);
            var nudge = low.negative ? BigInteger.MinusOne : BigInteger.One;
            return TryCreate(far + nudge, high.exponent - 60, false, out sum);
        }

        return TryCreate(
            (high.SignedCoefficient * Powers.BigTen(shift)) + low.SignedCoefficient,
            low.exponent,
            false,
            out sum
        );
    }

    public static bool TrySubtract(FeelNumber a, FeelNumber b, out FeelNumber difference) =>
        TryAdd(a, -b, out difference);

    public static bool TryMultiply(FeelNumber a, FeelNumber b, out FeelNumber product)
    {
        var isNegative = a.negative != b.negative;
        if (a.coefficient <= ulong.MaxValue && b.coefficient <= ulong.MaxValue)
        {
            var high = Math.BigMul((ulong)a.coefficient, (ulong)b.coefficient, out var low);
            return TryCreate(isNegative, new UInt128(high, low), a.exponent + b.exponent, out product);
        }

        return TryCreate(a.SignedCoefficient * b.SignedCoefficient, a.exponent + b.exponent, false, out product);
    }

    /// <summary>False also when the divisor is zero.</summary>
    public static bool TryDivide(FeelNumber a, FeelNumber b, out FeelNumber quotient)
    {
        quotient = default;
        if (b.IsZero)
        {
            return false;
        }

        if (a.IsZero)
        {
            return true;
        }

        var scale = a.exponent - b.exponent;
        if (a.coefficient <= ulong.MaxValue && b.coefficient <= ulong.MaxValue)
        {
            var (exact, rest) = UInt128.DivRem(a.coefficient * Powers.Ten(18), b.coefficient);
            if (rest == UInt128.Zero)
            {
                return TryCreate(a.negative != b.negative, exact, scale - 18, out quotient);
            }
        }

        var shift = Math.Max(0, Precision + 2 + Powers.Digits(b.coefficient) - Powers.Digits(a.coefficient));
        var big = BigInteger.DivRem((BigInteger)a.coefficient * Powers.BigTen(shift), b.coefficient, out var remainder);
        return TryCreate(a.negative != b.negative ? -big : big, scale - shift, !remainder.IsZero, out quotient);
    }

    /// <summary>FEEL's modulo: `a - b * floor(a / b)`, so the sign is the divisor's. False when the divisor is zero.</summary>
    public static bool TryModulo(FeelNumber a, FeelNumber b, out FeelNumber modulo)
    {
        modulo = default;
        if (b.IsZero)
        {
            return false;
        }

        var scale = Math.Min(a.exponent, b.exponent);
        var left = a.SignedCoefficient * Powers.BigTen(a.exponent - scale);
        var right = b.SignedCoefficient * Powers.BigTen(b.exponent - scale);
        var rest = BigInteger.Remainder(left, right);
        if (!rest.IsZero && rest.Sign != right.Sign)
        {
            rest += right;
        }

        return TryCreate(rest, scale, false, out modulo);
    }

    /// <summary>Rounds to <paramref name="scale"/> digits after the point (negative: before it). False on overflow.</summary>
    public static bool TryRound(FeelNumber value, int scale, FeelRounding mode, out FeelNumber rounded)
    {
        var drop = -value.exponent - scale;
        if (drop <= 0 || value.IsZero)
        {
            rounded = value;
            return true;
        }

        var digits = Powers.Digits(value.coefficient);
        UInt128 quotient = 0;
        int half;
        bool inexact;
        if (drop > digits)
        {
            (half, inexact) = (-1, true);
        }
        else
        {
            var unit = Powers.Ten(drop);
            (quotient, var rest) = UInt128.DivRem(value.coefficient, unit);
            half = rest.CompareTo(unit - rest);
            inexact = rest != UInt128.Zero;
        }

        var up = mode switch
        {
            FeelRounding.Up => inexact,
            FeelRounding.Down => false,
            FeelRounding.Floor => inexact && value.negative,
            FeelRounding.Ceiling => inexact && !value.negative,
            FeelRounding.HalfUp => half >= 0,
            FeelRounding.HalfDown => half > 0,
            _ => half > 0 || (half == 0 && UInt128.IsOddInteger(quotient)),
        };
        return TryCreate(value.negative, up ? quotient + 1 : quotient, -scale, out rounded);
    }
}
