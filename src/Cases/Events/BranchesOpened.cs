namespace Approvals.Cases.Events;

/// <summary>征求部门意见: the departments asked, each with its last day.</summary>
public sealed record BranchesOpened(DateTimeOffset At, IReadOnlyList<Branch> Branches) : CaseEvent(At);
