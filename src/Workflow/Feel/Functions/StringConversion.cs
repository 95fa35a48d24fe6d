using Approvals.Workflow.Feel.Values;
using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`string(from)`: null stays null.</summary>
internal static class StringConversion
{
    public static readonly BuiltIn Function = new(
        "string",
        Signature.Of(
            [Any("from")],
            static (arguments, environment) =>
                arguments[0].IsNull
                    ? FeelValue.Null
                    : FeelValue.From(FeelText.Plain(arguments[0], environment.Limits.MaxStringLength))
        )
    );
}
