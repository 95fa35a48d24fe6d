namespace Approvals.Cases.Events;

/// <summary>延期 with the approval of the head named in it; the applicant is told the reason in writing (行政许可法 art. 42).</summary>
public sealed record ExtensionGranted(
    DateTimeOffset At,
    string By,
    string NoticeNumber,
    int Days,
    string Reason,
    string ApprovedBy
) : CaseEvent(At);
