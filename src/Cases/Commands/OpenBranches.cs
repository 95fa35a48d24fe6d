namespace Approvals.Cases.Commands;

/// <summary>征求部门意见: every department of the item is asked at once.</summary>
public sealed record OpenBranches : CaseCommand;
