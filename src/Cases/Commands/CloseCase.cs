namespace Approvals.Cases.Commands;

/// <summary>A worker delivered the result.</summary>
public sealed record CloseCase : CaseCommand;
