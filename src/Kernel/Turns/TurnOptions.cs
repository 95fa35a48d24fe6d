namespace Approvals.Kernel.Turns;

/// <summary>Limits of a group commit, and the hook by which tests make turns fail.</summary>
public sealed record TurnOptions
{
    /// <summary>Turns that wait for one durable commit at most.</summary>
    public int MostTurnsPerCommit { get; init; } = 512;

    /// <summary>A group closes after this long even if turns keep coming.</summary>
    public TimeSpan LongestGroup { get; init; } = TimeSpan.FromMilliseconds(8);

    /// <summary>Turns that may wait in the queue before callers are told to come back later.</summary>
    public int LongestQueue { get; init; } = 10_000;

    /// <summary>
    /// For tests only: asked after the body of each turn with its ordinal; true rolls the turn back and runs it again,
    /// as a conflict would on a store with many writers.
    /// </summary>
    public Func<long, bool>? AbortAfterBody { get; init; }
}
