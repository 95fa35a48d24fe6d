namespace Approvals.Cases.Commands;

/// <summary>撤回申请.</summary>
public sealed record WithdrawCase(DocumentRef? Reason = null) : CaseCommand;
