namespace Approvals.Cases.Events;

/// <summary>证照撤销或注销 after the case was closed (行政许可法 arts. 69, 70), with reasons and remedies; the case itself stays as it ended.</summary>
public sealed record LicenceWithdrawn(
    DateTimeOffset At,
    string By,
    string NoticeNumber,
    LicenceEnding Ending,
    IReadOnlyList<string> Reasons,
    string Remedies
) : CaseEvent(At);
