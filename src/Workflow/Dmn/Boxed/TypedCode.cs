using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Dmn.Boxed;

/// <summary>
/// Logic with a declared type: its value, converted where FEEL converts (DMN 1.5 §10.3.2.9.4), or null with a diagnostic.
/// </summary>
internal sealed class TypedCode(BoxedCode inner, FeelType type, string what) : BoxedCode
{
    public override FeelValue Evaluate(IFeelScope scope, FeelEnvironment environment)
    {
        var value = inner.Evaluate(scope, environment);
        return type.TryConvert(value, environment, out var converted)
            ? converted
            : Fail(environment, "type", TypeMessage.Of(what, value, type));
    }
}

/// <summary>How diagnostics speak of a value that is not what it should be.</summary>
internal static class TypeMessage
{
    private const int LongestText = 60;

    public static string Of(string what, FeelValue value, FeelType type) =>
        $"{what} is {Short(value)}, which is no value of the type '{type}'.";

    /// <summary>Small values as they are written, others by their kind.</summary>
    public static string Short(FeelValue value) =>
        value.Kind switch
        {
            FeelKind.String when value.AsString().Length > LongestText => "a long string",
            FeelKind.List => $"a list of {value.AsList().Count}",
            FeelKind.Context => "a context",
            FeelKind.Range => "a range",
            FeelKind.Function => "a function",
            _ => value.ToString(),
        };
}
