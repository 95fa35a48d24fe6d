using System.Numerics;

namespace Approvals.Workflow.Feel.Values;

/// <summary>Powers of ten and digit counts for coefficients of up to 38 digits, and beyond them in big integers.</summary>
internal static class Powers
{
    private static readonly UInt128[] Small = MakeSmall();
    private static readonly BigInteger[] Large = MakeLarge();

    /// <summary>10^n for n in 0..38.</summary>
    public static UInt128 Ten(int n) => Small[n];

    public static BigInteger BigTen(int n) => n < Large.Length ? Large[n] : BigInteger.Pow(10, n);

    /// <summary>Decimal digits of a coefficient; zero has none.</summary>
    public static int Digits(UInt128 value)
    {
        if (value == UInt128.Zero)
        {
            return 0;
        }

        var bits = 128 - (int)UInt128.LeadingZeroCount(value);
        var estimate = (bits * 1233) >> 12;
        return estimate < Small.Length && value >= Small[estimate] ? estimate + 1 : estimate;
    }

    public static int Digits(BigInteger value)
    {
        if (value.IsZero)
        {
            return 0;
        }

        var estimate = (int)(BigInteger.Abs(value).GetBitLength() * 30103L / 100000);
        while (BigInteger.Abs(value) >= BigTen(estimate))
        {
            estimate++;
        }

        return estimate;
    }

    private static UInt128[] MakeSmall()
    {
        var powers = new UInt128[39];
        powers[0] = UInt128.One;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }

    private static BigInteger[] MakeLarge()
    {
        var powers = new BigInteger[160];
        powers[0] = BigInteger.One;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }
}
