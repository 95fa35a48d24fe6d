namespace Approvals.Cases.Events;

/// <summary>联合踏勘记录: one for all units.</summary>
public sealed record InspectionRecorded(
    DateTimeOffset At,
    string By,
    string NoticeNumber,
    IReadOnlyList<UnitFinding> Findings,
    IReadOnlyList<MaterialDocument> Photos
) : CaseEvent(At);
