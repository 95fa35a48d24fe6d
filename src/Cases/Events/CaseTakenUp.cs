namespace Approvals.Cases.Events;

/// <summary>窗口开始办理 an immediate case; until the decision the minutes count.</summary>
public sealed record CaseTakenUp(DateTimeOffset At, string By) : CaseEvent(At);
