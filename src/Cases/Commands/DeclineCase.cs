namespace Approvals.Cases.Commands;

/// <summary>不予受理.</summary>
public sealed record DeclineCase(string Reason, string WhereToGo) : CaseCommand;
