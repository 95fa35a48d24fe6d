namespace Approvals.Cases.Events;

/// <summary>部门意见; with the last one the lead unit reviews.</summary>
public sealed record OpinionGiven(DateTimeOffset At, string By, string Unit, bool Agrees, string Opinion, bool IsLast)
    : CaseEvent(At);
