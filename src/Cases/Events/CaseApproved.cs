namespace Approvals.Cases.Events;

/// <summary>
/// 准予许可; <see cref="Licence"/> is null when the decision itself is the result. <see cref="CommitmentNumber"/> is the number of the
/// 告知承诺书 on which it was given at once.
/// </summary>
public sealed record CaseApproved(
    DateTimeOffset At,
    string By,
    string NoticeNumber,
    LicenceTerms? Licence = null,
    string? Opinion = null,
    string? CommitmentNumber = null
) : CaseEvent(At);
