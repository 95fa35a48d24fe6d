using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`contains`, `starts with`, `ends with`: ordinal, case matters.</summary>
internal static class TextSearch
{
    public static readonly BuiltIn Contains = Make(
        "contains",
        static (text, match) => text.Contains(match, StringComparison.Ordinal)
    );

    public static readonly BuiltIn StartsWith = Make(
        "starts with",
        static (text, match) => text.StartsWith(match, StringComparison.Ordinal)
    );

    public static readonly BuiltIn EndsWith = Make(
        "ends with",
        static (text, match) => text.EndsWith(match, StringComparison.Ordinal)
    );

    private static BuiltIn Make(string name, Func<string, string, bool> test) =>
        new(
            name,
            Signature.Of(
                [String("string"), String("match")],
                (arguments, _) => FeelValue.From(test(arguments[0].AsString(), arguments[1].AsString()))
            )
        );
}
