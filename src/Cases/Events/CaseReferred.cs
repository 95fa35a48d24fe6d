namespace Approvals.Cases.Events;

/// <summary>转报 from the unit that reviewed first to the unit that decides, with the letter's number (行政许可法 art. 43).</summary>
public sealed record CaseReferred(DateTimeOffset At, string NoticeNumber, string From, string To) : CaseEvent(At);
