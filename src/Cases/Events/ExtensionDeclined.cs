namespace Approvals.Cases.Events;

/// <summary>不予延期: the limits stay as they are.</summary>
public sealed record ExtensionDeclined(DateTimeOffset At, string By, string Reason) : CaseEvent(At);
