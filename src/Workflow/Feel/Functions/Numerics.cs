using Approvals.Workflow.Feel.Values;
using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`abs`, `modulo`, `sqrt`, `log`, `exp`, `odd`, `even`.</summary>
internal static class Numerics
{
    public static readonly BuiltIn Abs = new(
        "abs",
        Signature.Of(
            [new Argument("n", FeelKind.Number, FeelKind.DaysTimeDuration, FeelKind.YearsMonthsDuration)],
            static (arguments, _) =>
                arguments[0].Kind switch
                {
                    FeelKind.Number => FeelValue.From(arguments[0].AsNumber().Abs()),
                    FeelKind.DaysTimeDuration => FeelValue.From(
                        new DaysTimeDuration(Int128.Abs(arguments[0].AsDaysTimeDuration().Nanos))
                    ),
                    _ => FeelValue.From(new YearsMonthsDuration(Math.Abs(arguments[0].AsYearsMonthsDuration().Months))),
                }
        )
    );

    public static readonly BuiltIn Modulo = new(
        "modulo",
        Signature.Of(
            [Number("dividend"), Number("divisor")],
            static (arguments, environment) =>
                FeelNumber.TryModulo(arguments[0].AsNumber(), arguments[1].AsNumber(), out var modulo)
                    ? FeelValue.From(modulo)
                    : environment.Fail("arithmetic", "Division by zero.")
        )
    );

    public static readonly BuiltIn Sqrt = Make("sqrt", Transcendental.TrySqrt);
    public static readonly BuiltIn Log = Make("log", Transcendental.TryLog);
    public static readonly BuiltIn Exp = Make("exp", Transcendental.TryExp);
    public static readonly BuiltIn Odd = Parity("odd", 1);
    public static readonly BuiltIn Even = Parity("even", 0);

    private delegate bool NumberFunction(FeelNumber value, out FeelNumber result);

    private static BuiltIn Make(string name, NumberFunction compute) =>
        new(
            name,
            Signature.Of(
                [Number("number")],
                (arguments, environment) =>
                    compute(arguments[0].AsNumber(), out var result)
                        ? FeelValue.From(result)
                        : environment.Fail("arithmetic", $"'{name}' of {arguments[0]} is not a number.")
            )
        );

    private static BuiltIn Parity(string name, int rest) =>
        new(
            name,
            Signature.Of(
                [Number("number")],
                (arguments, _) =>
                    FeelValue.From(
                        FeelNumber.TryModulo(arguments[0].AsNumber(), FeelNumber.From(2), out var modulo)
                            && modulo == FeelNumber.From(rest)
                    )
            )
        );
}
