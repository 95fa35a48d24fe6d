namespace Approvals.Cases.Events;

/// <summary>文书制成: a numbered paper of the case was made and signed by a worker.</summary>
public sealed record NoticeIssued(DateTimeOffset At, NoticeKind Kind, string Number, DocumentRef Document)
    : CaseEvent(At);
