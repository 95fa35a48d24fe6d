namespace Approvals.Cases.Commands;

/// <summary>不予许可.</summary>
public sealed record RefuseCase(IReadOnlyList<string> Reasons, string Remedies) : CaseCommand;
