namespace Approvals.Cases.Events;

/// <summary>特别程序开始: until it ends no limit runs; the applicant is told which and for how long (行政许可法 art. 45).</summary>
public sealed record SpecialProcedureBegun(
    DateTimeOffset At,
    string By,
    string NoticeNumber,
    string Procedure,
    int Days,
    string Reason
) : CaseEvent(At);
