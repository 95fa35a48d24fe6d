namespace Approvals.Cases.Events;

/// <summary>联审联办会议纪要 with the votes of the units.</summary>
public sealed record MeetingRecorded(
    DateTimeOffset At,
    string By,
    string NoticeNumber,
    DateOnly HeldOn,
    string Minutes,
    IReadOnlyList<UnitVote> Votes
) : CaseEvent(At);
