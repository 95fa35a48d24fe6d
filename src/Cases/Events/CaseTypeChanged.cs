namespace Approvals.Cases.Events;

/// <summary>办件类型变更: from now on the case runs as another type, its clocks going on.</summary>
public sealed record CaseTypeChanged(
    DateTimeOffset At,
    string By,
    string NoticeNumber,
    CaseType From,
    CaseType To,
    string Reason,
    int PromisedDays,
    IReadOnlyList<AskedDepartment> Departments
) : CaseEvent(At);
