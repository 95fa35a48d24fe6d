using System.Collections.Immutable;

namespace Approvals.Workflow.Execution.Migration;

/// <summary>
/// Where running instances of one version go in another: element ids and flow ids of the old version to those of the new. What
/// isn't named keeps its id.
/// </summary>
public sealed record MigrationPlan
{
    public static MigrationPlan SameIds { get; } = new();

    public ImmutableDictionary<string, string> Elements
    {
        get;
        init => field = value ?? None;
    } = None;
    public ImmutableDictionary<string, string> Flows
    {
        get;
        init => field = value ?? None;
    } = None;

    private static readonly ImmutableDictionary<string, string> None = ImmutableDictionary<string, string>.Empty;
}
