namespace Approvals.Cases.Events;

/// <summary>The review is done and the decision waits for the papers that were promised; the limits stand until they are there or their day is over.</summary>
public sealed record PapersAwaited(DateTimeOffset At, DateOnly DueOn) : CaseEvent(At);
