using System.Numerics;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Workflow.Tests.Feel;

/// <summary>Random numbers and values of every kind but functions.</summary>
internal static class Generators
{
    /// <summary>A coefficient of 1 to 34 digits of either sign with a scale, as an exact pair; near 0 and far from it.</summary>
    public static Gen<(BigInteger Coefficient, int Scale)> Decimals(int maxDigits, int minScale, int maxScale) =>
        from digits in Gen.Choose(1, maxDigits)
        from parts in Gen.ArrayOf(Gen.Choose(0, 9), digits)
        from isNegative in Gen.Elements(true, false)
        from scale in Gen.Choose(minScale, maxScale)
        let size = parts.Aggregate(BigInteger.Zero, (sum, digit) => (sum * 10) + digit)
        select (isNegative ? -size : size, scale);

    public static Gen<FeelNumber> Numbers { get; } =
        Gen.OneOf(Decimals(34, -40, 10), Decimals(18, -4, 0), Decimals(34, -6170, 6100)).Select(Number);

    public static Gen<FeelValue> Values { get; } = Gen.Sized(size => OfDepth(Math.Min(3, size / 10)));

    /// <summary>Text that often looks like FEEL.</summary>
    public static Gen<string> Texts { get; } =
        Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
            Gen.Elements(Words).ArrayOf().Select(words => string.Concat(words)),
            Gen.Elements(Words).ArrayOf().Select(words => string.Join(' ', words))
        );

    private static string[] Words =>
        [
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "and",
            "or",
            "not",
            "between",
            "instance of",
            "function",
            "null",
            "true",
            "a",
            "b c",
            "?",
            "1",
            "2.5",
            "\"x\"",
            "@\"P1D\"",
            "@",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "..",
            ".",
            ",",
            ":",
            "+",
            "-",
            "*",
            "**",
            "/",
            "=",
            "!=",
            "<",
            ">",
            "<=",
            "->",
            "//",
            "/*",
            "*/",
            "\"",
            "\\",
            "date and time",
            "list<number>",
            "external",
            "item",
            "partial",
            "😀",
            "\uD83D",
        ];

    public static FeelNumber Number((BigInteger Coefficient, int Scale) exact)
    {
        FeelNumber.TryParse($"{exact.Coefficient}e{exact.Scale}", out var number).ShouldBeTrue();
        return number;
    }

    private static Gen<FeelValue> OfDepth(int depth)
    {
        var scalars = Gen.OneOf(
            Gen.Constant(FeelValue.Null),
            Gen.Elements(FeelValue.True, FeelValue.False),
            Numbers.Select(FeelValue.From),
            ArbMap.Default.GeneratorFor<long>().Select(FeelValue.From),
            Strings.Select(FeelValue.From),
            Dates.Select(FeelValue.From),
            Times.Select(FeelValue.From),
            from date in Dates
            from time in Times
            select FeelValue.From(new FeelDateTime(date, time.NanoOfDay, time.Zone)),
            from high in Gen.Choose(-2000, 2000)
            from low in ArbMap.Default.GeneratorFor<long>()
            select FeelValue.From(new DaysTimeDuration(((Int128)high * long.MaxValue) + low)),
            Gen.Choose(int.MinValue, int.MaxValue).Select(months => FeelValue.From(new YearsMonthsDuration(months))),
            from start in Numbers
            from end in Numbers
            from flags in Gen.Choose(0, 3)
            select FeelValue.From(
                new FeelRange(FeelValue.From(start), (flags & 1) != 0, FeelValue.From(end), (flags & 2) != 0)
            ),
            Numbers.Select(end => FeelValue.From(new FeelRange(default, false, FeelValue.From(end), true, true)))
        );
        if (depth == 0)
        {
            return scalars;
        }

        var inner = OfDepth(depth - 1);
        return Gen.OneOf(
            scalars,
            inner.ArrayOf().Select(items => FeelValue.From(items)),
            Gen.Zip(Strings, inner)
                .ArrayOf()
                .Select(entries =>
                    FeelValue.From(
                        entries
                            .Aggregate(new FeelContext.Builder(), (all, entry) => all.Set(entry.Item1, entry.Item2))
                            .Build()
                    )
                )
        );
    }

    private static Gen<string> Strings { get; } =
        Gen.Elements("", "a", "a b", "if", "许可 \"x\"", "\\n\n", "😀", "a-b", "\u0001", "x\ty")
            .ArrayOf()
            .Select(string.Concat);

    private static Gen<FeelDate> Dates { get; } =
        from year in Gen.OneOf(Gen.Choose(1, 9999), Gen.Choose(-FeelDate.MaxYear, FeelDate.MaxYear))
        from month in Gen.Choose(1, 12)
        from day in Gen.Choose(1, 28)
        select FeelDate.TryCreate(year, month, day, out var date) ? date : default;

    private static Gen<FeelTime> Times { get; } =
        from second in Gen.Choose(0, 86_399)
        from nano in Gen.Elements(0, 1, 500_000_000, 999_999_999)
        from zone in Gen.Elements(
            null,
            FeelZone.Utc,
            FeelZone.FromOffset(28_800),
            FeelZone.FromOffset(-9_955),
            FeelZone.FromId("Asia/Shanghai"),
            FeelZone.FromId("Europe/Paris")
        )
        select new FeelTime((second * FeelTime.NanosPerSecond) + nano, zone);
}
