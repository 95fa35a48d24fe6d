namespace Approvals.Cases.Events;

/// <summary>退回: the application is not taken in, with the ground, the reason in writing and where to go; the case is a 退回件 from now on.</summary>
public sealed record CaseReturned(
    DateTimeOffset At,
    string By,
    string NoticeNumber,
    ReturnGround Ground,
    string Reason,
    string WhereToGo
) : CaseEvent(At);
