using Approvals.Workflow.Feel.Values;
using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`string length` in Unicode characters, `upper case`, `lower case`.</summary>
internal static class Letters
{
    public static readonly BuiltIn StringLength = new(
        "string length",
        Signature.Of(
            [String("string")],
            static (arguments, _) => FeelValue.From(CodePoints.Count(arguments[0].AsString()))
        )
    );

    public static readonly BuiltIn UpperCase = new(
        "upper case",
        Signature.Of(
            [String("string")],
            static (arguments, _) => FeelValue.From(arguments[0].AsString().ToUpperInvariant())
        )
    );

    // FEEL text is data, not a key: lower case is what was asked for.
#pragma warning disable CA1308
    public static readonly BuiltIn LowerCase = new(
        "lower case",
        Signature.Of(
            [String("string")],
            static (arguments, _) => FeelValue.From(arguments[0].AsString().ToLowerInvariant())
        )
    );
#pragma warning restore CA1308
}
