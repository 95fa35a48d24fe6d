using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Runtime.Messages;

/// <summary>A message to be published (BPMN §10.5.5): it goes to one receiver, now or until it expires.</summary>
/// <param name="CorrelationKey">Null: met by name alone.</param>
/// <param name="TimeToLive">How long it is kept for a receiver that doesn't wait yet; zero: now or never.</param>
/// <param name="MessageId">The sender's own id: while a message is kept, another with its name, key and id is refused.</param>
public sealed record MessagePublication(
    string Name,
    string? CorrelationKey,
    ImmutableArray<Variable> Variables,
    TimeSpan TimeToLive,
    string? MessageId = null
)
{
    /// <summary>For what a process throws: its receiver may be a few turns behind, or days.</summary>
    public static readonly TimeSpan Thrown = TimeSpan.FromDays(30);

    public static readonly TimeSpan LongestTimeToLive = TimeSpan.FromDays(3660);
}
