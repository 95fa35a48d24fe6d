namespace Approvals.Workflow.Feel;

/// <summary>The entries of a context as the names of a scope.</summary>
public sealed class ContextScope(FeelContext context) : IFeelScope
{
    public bool TryGetValue(string name, out FeelValue value) => context.TryGetValue(name, out value);
}
