namespace Approvals.Cases.Commands;

/// <summary>撤回审查意见, by the reviewer, while nobody has begun to decide.</summary>
public sealed record WithdrawReview(string? Reason = null) : CaseCommand;
