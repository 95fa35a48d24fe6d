namespace Approvals.Cases.Commands;

/// <summary>A signer disagreed with the submitted step: it is void.</summary>
public sealed record ReopenStep : CaseCommand;
