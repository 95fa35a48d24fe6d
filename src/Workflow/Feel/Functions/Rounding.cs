using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`decimal`, `floor`, `ceiling` and the four `round` functions: to digits after the point.</summary>
internal static class Rounding
{
    public static readonly BuiltIn Decimal = Make("decimal", FeelRounding.HalfEven, Number("scale"));
    public static readonly BuiltIn Floor = Make("floor", FeelRounding.Floor, Number("scale").Optional());
    public static readonly BuiltIn Ceiling = Make("ceiling", FeelRounding.Ceiling, Number("scale").Optional());
    public static readonly BuiltIn RoundUp = Make("round up", FeelRounding.Up, Number("scale"));
    public static readonly BuiltIn RoundDown = Make("round down", FeelRounding.Down, Number("scale"));
    public static readonly BuiltIn RoundHalfUp = Make("round half up", FeelRounding.HalfUp, Number("scale"));
    public static readonly BuiltIn RoundHalfDown = Make("round half down", FeelRounding.HalfDown, Number("scale"));

    private static BuiltIn Make(string name, FeelRounding mode, Argument scale) =>
        new(
            name,
            Signature.Of(
                [Number("n"), scale],
                (arguments, environment) =>
                {
                    var digits = 0L;
                    var isScale = arguments[1].IsNull || Whole.TryGet(arguments[1], out digits);
                    return
                        isScale
                        && digits is >= -6111 and <= 6176
                        && FeelNumber.TryRound(arguments[0].AsNumber(), (int)digits, mode, out var rounded)
                        ? FeelValue.From(rounded)
                        : environment.Fail("range", $"{arguments[1]} is no scale: -6111 to 6176.");
                }
            )
        );
}
