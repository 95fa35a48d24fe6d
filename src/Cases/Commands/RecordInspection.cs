namespace Approvals.Cases.Commands;

/// <summary>联合踏勘记录: one record for all units, with photos.</summary>
public sealed record RecordInspection(IReadOnlyList<UnitFinding> Findings, IReadOnlyList<MaterialDocument> Photos)
    : CaseCommand;
