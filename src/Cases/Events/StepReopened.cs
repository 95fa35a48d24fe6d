namespace Approvals.Cases.Events;

/// <summary>A signer disagreed: what was submitted is void, and the step is open again.</summary>
public sealed record StepReopened(DateTimeOffset At, string By) : CaseEvent(At);
