namespace Approvals.Cases.Events;

/// <summary>结果已送达, and the time for checking the commitment runs (承诺告知件).</summary>
public sealed record ResultHandedOut(DateTimeOffset At) : CaseEvent(At);
