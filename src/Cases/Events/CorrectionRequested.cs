namespace Approvals.Cases.Events;

/// <summary>一次性补正告知: the one notice of the case, with everything that is missing or wrong.</summary>
/// <param name="During">The stage that asked, and to which the case returns.</param>
public sealed record CorrectionRequested(
    DateTimeOffset At,
    string By,
    string NoticeNumber,
    CaseStage During,
    IReadOnlyList<CorrectionPoint> Points
) : CaseEvent(At);
