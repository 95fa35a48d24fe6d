namespace Approvals.Workflow.Execution.State;

/// <summary>A token on a flow, ready to enter its target; at a join, the last of the set that was awaited.</summary>
/// <param name="Flow">Index of the flow; <see cref="NextRound"/> when the next round of a body or the next element of an ad-hoc sub-process is to begin,
/// <see cref="NextCompensation"/> when a compensation in it is to go on.</param>
internal readonly record struct Token(ScopeState Scope, int Flow)
{
    public const int NextRound = -1;
    public const int NextCompensation = -2;
}
