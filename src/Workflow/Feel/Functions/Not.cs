namespace Approvals.Workflow.Feel.Functions;

/// <summary>`not(negand)`: three-valued negation.</summary>
internal static class Not
{
    public static readonly BuiltIn Function = new(
        "not",
        Signature.Of(
            [Argument.Any("negand")],
            static (arguments, _) =>
                arguments[0].Kind == FeelKind.Boolean ? FeelValue.From(!arguments[0].AsBoolean()) : FeelValue.Null
        )
    );
}
