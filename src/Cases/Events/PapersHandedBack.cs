namespace Approvals.Cases.Events;

/// <summary>材料退还: who received the papers that were handed in at the window.</summary>
public sealed record PapersHandedBack(DateTimeOffset At, string By, string NoticeNumber, string Receiver)
    : CaseEvent(At);
