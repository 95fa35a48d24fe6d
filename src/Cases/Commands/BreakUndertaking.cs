namespace Approvals.Cases.Commands;

/// <summary>The day of an undertaking is over, by the process.</summary>
public sealed record BreakUndertaking() : CaseCommand;
