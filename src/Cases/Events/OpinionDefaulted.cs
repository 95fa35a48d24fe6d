namespace Approvals.Cases.Events;

/// <summary>缺席默认: the department did not answer in its time and counts as agreeing.</summary>
public sealed record OpinionDefaulted(DateTimeOffset At, string Unit, bool IsLast) : CaseEvent(At);
