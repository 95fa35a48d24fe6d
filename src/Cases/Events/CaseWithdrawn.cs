namespace Approvals.Cases.Events;

/// <summary>撤回: the applicant took the application back before a decision.</summary>
public sealed record CaseWithdrawn(DateTimeOffset At, string By, DocumentRef? Reason = null) : CaseEvent(At);
