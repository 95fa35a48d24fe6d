namespace Approvals.Cases.Commands;

/// <summary>联审联办会议纪要: what was said, and how each unit voted.</summary>
public sealed record RecordMeeting(DateOnly HeldOn, string Minutes, IReadOnlyList<UnitVote> Votes) : CaseCommand;
