namespace Approvals.Cases.Events;

/// <summary>视为受理 from the civil day of receipt, because nobody told anything within the five days (行政许可法 art. 32).</summary>
public sealed record CaseDeemedAccepted(DateTimeOffset At, string NoticeNumber, DateOnly ReceivedOn) : CaseEvent(At);
