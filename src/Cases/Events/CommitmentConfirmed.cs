namespace Approvals.Cases.Events;

/// <summary>核查符合承诺.</summary>
public sealed record CommitmentConfirmed(DateTimeOffset At, string By, string NoticeNumber, string Finding)
    : CaseEvent(At);
