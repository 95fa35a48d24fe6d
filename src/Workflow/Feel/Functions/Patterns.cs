using Approvals.Workflow.Feel.Values;
using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`matches`, `replace`, `split` with XPath patterns (DMN 1.5 table 72, XPath and XQuery Functions 3.1 §5.6).</summary>
internal static class Patterns
{
    public static readonly BuiltIn Matches = new(
        "matches",
        Signature.Of(
            [String("input"), String("pattern"), String("flags").Optional().OrNull()],
            static (arguments, environment) =>
                Pattern.TryGet(arguments[1].AsString(), Flags(arguments[2]), out var pattern)
                    ? FeelValue.From(pattern.IsMatch(arguments[0].AsString()))
                    : Refuse(environment)
        )
    );

    public static readonly BuiltIn Replace = new(
        "replace",
        Signature.Of(
            [String("input"), String("pattern"), String("replacement"), String("flags").Optional().OrNull()],
            static (arguments, environment) =>
                Pattern.TryGet(arguments[1].AsString(), Flags(arguments[3]), out var pattern)
                && pattern.TryReplace(arguments[0].AsString(), arguments[2].AsString(), environment) is { } replaced
                    ? FeelValue.From(replaced)
                    : Refuse(environment)
        )
    );

    public static readonly BuiltIn Split = new(
        "split",
        Signature.Of(
            [String("string"), String("delimiter")],
            static (arguments, environment) =>
                Pattern.TryGet(arguments[1].AsString(), "", out var pattern)
                && pattern.TrySplit(arguments[0].AsString(), environment) is { } parts
                    ? FeelValue.From(parts)
                    : Refuse(environment)
        )
    );

    private static string Flags(FeelValue flags) => flags.IsNull ? "" : flags.AsString();

    private static FeelValue Refuse(FeelEnvironment environment) =>
        environment.Fail("arguments", "The pattern, its flags or the replacement is not valid.");
}
