using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Tests.Feel;

/// <summary>A scope over the entries of a context.</summary>
internal sealed class MapScope(FeelContext context) : IFeelScope
{
    public static MapScope Empty { get; } = new(FeelContext.Empty);

    public IReadOnlyCollection<string> Names => [.. context.Select(entry => entry.Key)];

    public bool TryGetValue(string name, out FeelValue value) => context.TryGetValue(name, out value);
}
