namespace Approvals.Cases.Events;

/// <summary>撤回审查意见: the reviewer took it back before anybody had begun to decide.</summary>
public sealed record ReviewWithdrawn(DateTimeOffset At, string By, string? Reason = null) : CaseEvent(At);
