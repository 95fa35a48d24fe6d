namespace Approvals.Cases.Events;

/// <summary>准予许可; <see cref="Licence"/> is null when the decision itself is the result.</summary>
public sealed record CaseApproved(
    DateTimeOffset At,
    string By,
    string NoticeNumber,
    LicenceTerms? Licence = null,
    string? Opinion = null
) : CaseEvent(At);
