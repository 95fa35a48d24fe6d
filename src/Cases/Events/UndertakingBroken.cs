namespace Approvals.Cases.Events;

/// <summary>承诺补交逾期: the last day is over and these are still missing.</summary>
public sealed record UndertakingBroken(DateTimeOffset At, IReadOnlyList<string> Materials) : CaseEvent(At);
