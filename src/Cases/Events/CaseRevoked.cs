namespace Approvals.Cases.Events;

/// <summary>撤销决定 for a broken commitment, with reasons and remedies (行政许可法 art. 69).</summary>
public sealed record CaseRevoked(
    DateTimeOffset At,
    string By,
    string NoticeNumber,
    IReadOnlyList<string> Reasons,
    string Remedies
) : CaseEvent(At);
