namespace Approvals.Cases.Commands;

/// <summary>核查符合承诺, with what was found.</summary>
public sealed record ConfirmCommitment(string Finding) : CaseCommand;
