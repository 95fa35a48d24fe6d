namespace Approvals.Cases.Events;

/// <summary>证照制成: the signed licence exists.</summary>
public sealed record LicenceIssued(DateTimeOffset At, LicenceTerms Terms, DocumentRef Document) : CaseEvent(At);
