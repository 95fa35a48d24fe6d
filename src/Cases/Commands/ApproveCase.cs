namespace Approvals.Cases.Commands;

/// <summary>准予许可.</summary>
public sealed record ApproveCase(string? Opinion = null) : CaseCommand;
