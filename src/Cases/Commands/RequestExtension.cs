namespace Approvals.Cases.Commands;

/// <summary>申请延期, by the reviewer.</summary>
public sealed record RequestExtension(int Days, string Reason) : CaseCommand;
