using System.Collections.Immutable;

namespace Approvals.Workflow.Simulation.Scenarios;

/// <summary>How a story went: sentences about what was not as told, none when it passed, and where its tokens were.</summary>
public sealed record ScenarioResult(
    string Name,
    ImmutableArray<string> Failures,
    ImmutableHashSet<string> Elements,
    ImmutableHashSet<string> Flows
)
{
    public bool Passed => Failures.IsEmpty;
}

/// <summary>
/// How the stories of a file went. <see cref="Problem"/> says why none could be told, else it is null;
/// <see cref="NeverReached"/> are the elements of the process that no story enters.
/// </summary>
public sealed record ScenarioReport(
    string File,
    string? Problem,
    ImmutableArray<ScenarioResult> Results,
    ImmutableArray<string> NeverReached
)
{
    public bool Passed => Problem is null && Results.All(result => result.Passed);
}
