namespace Approvals.Cases.Events;

/// <summary>办结: the result was delivered.</summary>
public sealed record CaseClosed(DateTimeOffset At, CaseResult Result) : CaseEvent(At);
