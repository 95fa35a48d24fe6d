namespace Approvals.Cases.Commands;

/// <summary>退回审查.</summary>
public sealed record SendBackCase(string Reason) : CaseCommand;
