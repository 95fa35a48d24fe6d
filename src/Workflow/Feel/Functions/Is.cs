using static Approvals.Workflow.Feel.Functions.Argument;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>`is(value1, value2)`: the same element of the same semantic domain, a zone being another than its offset.</summary>
internal static class Is
{
    public static readonly BuiltIn Function = new(
        "is",
        Signature.Of(
            [Any("value1").Optional(), Any("value2").Optional()],
            static (arguments, _) => FeelValue.From(arguments[0].Equals(arguments[1]))
        )
    );
}
