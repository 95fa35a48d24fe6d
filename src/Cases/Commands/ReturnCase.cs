namespace Approvals.Cases.Commands;

/// <summary>退回.</summary>
public sealed record ReturnCase(ReturnGround Ground, string Reason, string WhereToGo) : CaseCommand;
