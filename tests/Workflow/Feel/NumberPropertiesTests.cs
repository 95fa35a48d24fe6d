using System.Numerics;
using Approvals.Workflow.Feel;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Workflow.Tests.Feel;

/// <summary>The number against exact integer arithmetic, and the laws it keeps in spite of rounding.</summary>
public sealed class NumberPropertiesTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(2000);

    [Fact]
    public void Sum_product_and_quotient_are_the_exact_ones_rounded_half_even() =>
        Check.One(
            Many,
            Prop.ForAll(
                Gen.Zip(Generators.Decimals(34, -45, 45), Generators.Decimals(34, -45, 45)).ToArbitrary(),
                pair =>
                {
                    var ((a, i), (b, j)) = pair;
                    var (x, y) = (Generators.Number((a, i)), Generators.Number((b, j)));
                    var low = Math.Min(i, j);
                    var exactSum = (a * BigInteger.Pow(10, i - low)) + (b * BigInteger.Pow(10, j - low));
                    FeelNumber.TryAdd(x, y, out var sum).ShouldBeTrue();
                    sum.ShouldBe(Rounded(exactSum, BigInteger.One, low));
                    FeelNumber.TryMultiply(x, y, out var product).ShouldBeTrue();
                    product.ShouldBe(Rounded(a * b, BigInteger.One, i + j));
                    FeelNumber.TryDivide(x, y, out var quotient).ShouldBe(!b.IsZero);
                    quotient.ShouldBe(b.IsZero ? FeelNumber.Zero : Rounded(a, b, i - j));
                }
            )
        );

    [Fact]
    public void Small_numbers_agree_with_decimal() =>
        Check.One(
            Many,
            Prop.ForAll(
                Gen.Zip(Generators.Decimals(12, -6, 0), Generators.Decimals(12, -6, 0)).ToArbitrary(),
                pair =>
                {
                    var (x, y) = (Generators.Number(pair.Item1), Generators.Number(pair.Item2));
                    var (p, q) = (Decimal(pair.Item1), Decimal(pair.Item2));
                    x.ShouldBe(FeelNumber.From(p));
                    x.CompareTo(y).ShouldBe(p.CompareTo(q));
                    FeelNumber.TryAdd(x, y, out var sum).ShouldBeTrue();
                    sum.ShouldBe(FeelNumber.From(p + q));
                    FeelNumber.TryMultiply(x, y, out var product).ShouldBeTrue();
                    product.ShouldBe(FeelNumber.From(p * q));
                    FeelNumber.TryRound(x, 2, FeelRounding.HalfEven, out var rounded).ShouldBeTrue();
                    rounded.ShouldBe(FeelNumber.From(Math.Round(p, 2, MidpointRounding.ToEven)));
                    FeelNumber.TryRound(x, 1, FeelRounding.HalfUp, out rounded).ShouldBeTrue();
                    rounded.ShouldBe(FeelNumber.From(Math.Round(p, 1, MidpointRounding.AwayFromZero)));
                    FeelNumber.TryRound(x, 0, FeelRounding.Floor, out rounded).ShouldBeTrue();
                    rounded.ShouldBe(FeelNumber.From(Math.Floor(p)));
                    if (q != 0)
                    {
                        FeelNumber.TryModulo(x, y, out var modulo).ShouldBeTrue();
                        modulo.ShouldBe(FeelNumber.From(p - (q * Math.Floor(p / q))));
                    }
                }
            )
        );

    [Fact]
    public void Text_reads_back_and_order_is_total() =>
        Check.One(
            Many,
            Prop.ForAll(
                Gen.Zip(Generators.Numbers, Generators.Numbers).ToArbitrary(),
                pair =>
                {
                    var (x, y) = pair;
                    FeelNumber.TryParse(x.ToString(), out var back).ShouldBeTrue();
                    back.ShouldBe(x);
                    back.GetHashCode().ShouldBe(x.GetHashCode());
                    x.CompareTo(y).ShouldBe(-y.CompareTo(x));
                    (x.CompareTo(y) == 0).ShouldBe(x == y);
                    FeelValue.From(x).AsNumber().ShouldBe(x);
                    FeelNumber.TrySubtract(x, x, out var zero).ShouldBeTrue();
                    zero.IsZero.ShouldBeTrue();
                }
            )
        );

    [Fact]
    public void Square_root_of_a_square_is_the_number() =>
        Check.One(
            Many,
            Prop.ForAll(
                Generators.Decimals(17, -30, 30).ToArbitrary(),
                exact =>
                {
                    var x = Generators.Number(exact);
                    FeelNumber.TryMultiply(x, x, out var square).ShouldBeTrue();
                    Evaluate("sqrt(x)", square).ShouldBe(FeelValue.From(x.Abs()));
                }
            )
        );

    private static FeelValue Evaluate(string text, FeelNumber x) =>
        FeelExpression
            .Compile(text)
            .Expression!.Evaluate(
                new MapScope(FeelContext.Empty.With("x", FeelValue.From(x))),
                new FeelEnvironment { Now = default }
            );

    private static decimal Decimal((BigInteger Coefficient, int Scale) exact) =>
        (decimal)exact.Coefficient / (decimal)BigInteger.Pow(10, -exact.Scale);

    // numerator / denominator * 10^scale to 34 digits, half to even, by plain integers.
    private static FeelNumber Rounded(BigInteger numerator, BigInteger denominator, int scale)
    {
        if (numerator.IsZero)
        {
            return FeelNumber.Zero;
        }

        var isNegative = numerator.Sign != denominator.Sign;
        var (n, d) = (BigInteger.Abs(numerator), BigInteger.Abs(denominator));
        while (n / d < BigInteger.Pow(10, 33))
        {
            n *= 10;
            scale--;
        }

        while (n / d >= BigInteger.Pow(10, 34))
        {
            d *= 10;
            scale++;
        }

        var quotient = BigInteger.DivRem(n, d, out var rest);
        var half = (rest * 2).CompareTo(d);
        quotient += half > 0 || (half == 0 && !quotient.IsEven) ? 1 : 0;
        return Generators.Number((isNegative ? -quotient : quotient, scale));
    }
}
