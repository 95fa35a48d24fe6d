namespace Approvals.Cases.Events;

/// <summary>不予受理, with the reason and where to go instead (行政许可法 art. 32).</summary>
public sealed record CaseNotAccepted(DateTimeOffset At, string By, string NoticeNumber, string Reason, string WhereToGo)
    : CaseEvent(At);
