namespace Approvals.Cases.Events;

/// <summary>责令限期整改 after a check that found the conditions unmet.</summary>
public sealed record RectificationRequired(
    DateTimeOffset At,
    string By,
    string NoticeNumber,
    IReadOnlyList<string> Demands
) : CaseEvent(At);
