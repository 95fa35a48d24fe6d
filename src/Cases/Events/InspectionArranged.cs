namespace Approvals.Cases.Events;

/// <summary>联合踏勘 arranged for an instant and a place with these units; told to the applicant in writing, its time does not count.</summary>
public sealed record InspectionArranged(
    DateTimeOffset At,
    string By,
    string NoticeNumber,
    DateTimeOffset On,
    string Place,
    IReadOnlyList<string> Units
) : CaseEvent(At);
