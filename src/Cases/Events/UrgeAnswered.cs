namespace Approvals.Cases.Events;

/// <summary>催办的答复, by whoever has the step or may take it; the applicant and the supervisors read it.</summary>
public sealed record UrgeAnswered(DateTimeOffset At, string By, string Text) : CaseEvent(At);
