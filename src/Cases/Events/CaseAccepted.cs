namespace Approvals.Cases.Events;

/// <summary>受理: the limits begin to run on the next day; <see cref="NoticeNumber"/> is the voucher's (行政许可法 art. 32).</summary>
public sealed record CaseAccepted(DateTimeOffset At, string By, string NoticeNumber, string? Remark = null)
    : CaseEvent(At);
