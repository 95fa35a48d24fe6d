namespace Approvals.Cases.Events;

/// <summary>上级答复 with its decision; the case is with the lower unit again.</summary>
public sealed record CaseAnsweredBack(DateTimeOffset At, string From, string To) : CaseEvent(At);
