namespace Approvals.Cases.Events;

/// <summary>先办后补: papers that may follow, each with the last day on which the applicant undertook to hand it in.</summary>
public sealed record PapersPromised(DateTimeOffset At, string By, string NoticeNumber, IReadOnlyList<OwedPaper> Papers)
    : CaseEvent(At);
