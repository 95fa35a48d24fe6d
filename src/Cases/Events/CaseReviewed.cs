namespace Approvals.Cases.Events;

/// <summary>审查完成: the reviewer's opinion goes to the approver.</summary>
public sealed record CaseReviewed(DateTimeOffset At, string By, Recommendation Recommendation, string Opinion)
    : CaseEvent(At);
