using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Functions;

/// <summary>The arguments are checked, converted and complete: one per parameter, null for an optional one left out.</summary>
internal delegate FeelValue BuiltInBody(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment);

/// <summary>A built-in function: a name and one or more signatures, tried in order.</summary>
internal sealed class BuiltIn(string name, params Signature[] signatures) : FeelFunction
{
    public override string Name => name;

    public override IReadOnlyList<string> Parameters => signatures[0].Names;

    public override FeelValue Invoke(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        foreach (var signature in signatures)
        {
            if (signature.Accepts(arguments))
            {
                return signature.Invoke(arguments, environment);
            }
        }

        return Refuse(arguments, environment);
    }

    /// <summary>With named arguments, in any order.</summary>
    public FeelValue Invoke(string[] names, ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        foreach (var signature in signatures)
        {
            if (signature.Arrange(names, arguments) is { } arranged)
            {
                return signature.Invoke(arranged, environment);
            }
        }

        return Refuse(arguments, environment);
    }

    private FeelValue Refuse(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        var kinds = new string[arguments.Length];
        for (var i = 0; i < kinds.Length; i++)
        {
            kinds[i] = Kinds.NameOf(arguments[i]);
        }

        return environment.Fail(
            "arguments",
            $"'{name}' does not take ({string.Join(", ", kinds)}); it takes {string.Join(" or ", signatures.Select(signature => signature.ToString()))}."
        );
    }
}
