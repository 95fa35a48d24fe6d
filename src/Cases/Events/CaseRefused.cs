namespace Approvals.Cases.Events;

/// <summary>不予许可, with reasons and remedies (行政许可法 art. 38).</summary>
public sealed record CaseRefused(
    DateTimeOffset At,
    string By,
    string NoticeNumber,
    IReadOnlyList<string> Reasons,
    string Remedies
) : CaseEvent(At);
