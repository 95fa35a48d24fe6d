namespace Approvals.Cases.Events;

/// <summary>延续或变更: another licence stands in the place of this one.</summary>
public sealed record LicenceReplaced(DateTimeOffset At, string Successor) : CaseEvent(At);
