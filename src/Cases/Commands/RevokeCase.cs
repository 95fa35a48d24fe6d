namespace Approvals.Cases.Commands;

/// <summary>撤销决定: the commitment was not kept or was untrue (行政许可法 art. 69).</summary>
public sealed record RevokeCase(IReadOnlyList<string> Reasons, string Remedies) : CaseCommand;
