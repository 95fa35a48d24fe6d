using System.Collections.Immutable;

namespace Approvals.Workflow.Execution.Events;

/// <summary>
/// The instance goes on in another version: its elements and tokens are those of the definition <see cref="To"/> from here on.
/// Ids not named in <see cref="Elements"/> and <see cref="Flows"/> stay the same.
/// </summary>
public sealed record InstanceMigrated(
    long From,
    long To,
    ImmutableArray<KeyValuePair<string, string>> Elements,
    ImmutableArray<KeyValuePair<string, string>> Flows
) : WorkflowEvent
{
    public override EventKind Kind => EventKind.InstanceMigrated;
}
