namespace Approvals.Cases.Commands;

/// <summary>退还材料.</summary>
public sealed record HandBackPapers(string Receiver) : CaseCommand;
