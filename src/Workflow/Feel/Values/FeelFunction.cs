namespace Approvals.Workflow.Feel.Values;

/// <summary>A function value: a built-in, or one that an expression or a decision model defined.</summary>
public abstract class FeelFunction
{
    /// <summary>Null when the function is anonymous.</summary>
    public abstract string? Name { get; }

    public abstract IReadOnlyList<string> Parameters { get; }

    /// <summary>One per parameter, Any where none is declared; null when the function takes various ones.</summary>
    public virtual IReadOnlyList<FeelType>? ParameterTypes => null;

    /// <summary>The declared type of the result, or the one that can be seen from the text; null when it is not known.</summary>
    public virtual FeelType? ResultType => null;

    /// <summary>Calls with one argument per parameter, in order; errors give null and a diagnostic.</summary>
    public abstract FeelValue Invoke(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment);

    public override string ToString() => $"function({string.Join(", ", Parameters)})";
}
