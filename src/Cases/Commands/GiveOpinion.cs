namespace Approvals.Cases.Commands;

/// <summary>部门意见, for a department.</summary>
public sealed record GiveOpinion(string Unit, bool Agrees, string Opinion) : CaseCommand;
