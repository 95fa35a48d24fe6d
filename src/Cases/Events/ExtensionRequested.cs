namespace Approvals.Cases.Events;

/// <summary>延期申请 by the reviewer: how many working days more, and why; the approver answers (行政许可法 art. 42).</summary>
public sealed record ExtensionRequested(DateTimeOffset At, string By, int Days, string Reason) : CaseEvent(At);
