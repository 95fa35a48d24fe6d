namespace Approvals.Cases.Events;

/// <summary>退回审查: the approver wants the review done again.</summary>
public sealed record CaseSentBack(DateTimeOffset At, string By, string Reason) : CaseEvent(At);
