namespace Approvals.Workflow.Feel.Compilation;

/// <summary>A scope without names.</summary>
internal sealed class EmptyScope : IFeelScope
{
    public static EmptyScope Instance { get; } = new();

    public bool TryGetValue(string name, out FeelValue value)
    {
        value = default;
        return false;
    }
}
