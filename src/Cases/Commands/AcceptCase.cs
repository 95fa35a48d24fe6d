namespace Approvals.Cases.Commands;

/// <summary>受理.</summary>
public sealed record AcceptCase(string? Remark = null) : CaseCommand;
