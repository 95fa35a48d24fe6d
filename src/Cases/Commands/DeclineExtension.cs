namespace Approvals.Cases.Commands;

/// <summary>不予延期.</summary>
public sealed record DeclineExtension(string Reason) : CaseCommand;
