namespace Approvals.Cases.Events;

/// <summary>整改情况 handed in; the commitment is checked again.</summary>
public sealed record RectificationSubmitted(DateTimeOffset At, string By, DocumentRef Explanation) : CaseEvent(At);
