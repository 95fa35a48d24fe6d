using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Notices;

namespace Approvals.Bidding.Tenders;

/// <summary>
/// What happened to a tender. What people say of sealed bids is not here but in the tender's record; these events stand around it. Persons
/// by their ids.
/// </summary>
public abstract record TenderEvent(DateTimeOffset At);

/// <summary>项目申报.</summary>
/// <param name="Record">The stream of the tender's record.</param>
public sealed record TenderDeclared(
    DateTimeOffset At,
    long Key,
    long Record,
    string Number,
    Declaration Declaration,
    string By
) : TenderEvent(At);

public sealed record AgencyChosen(DateTimeOffset At, AgencyChoice Choice, string By) : TenderEvent(At);

/// <summary>招标文件编制完成; a later one replaces it until the notice is signed.</summary>
public sealed record FileCompiled(DateTimeOffset At, TenderFile File, string By) : TenderEvent(At);

/// <summary>A holder's keys of this tender, and its commitment to what it draws experts with.</summary>
public sealed record HolderEnrolled(DateTimeOffset At, Holder Holder, byte[] DrawCommitment) : TenderEvent(At);

/// <summary>招标公告发布.</summary>
public sealed record NoticeIssued(DateTimeOffset At, byte[] NoticeHash, DateTimeOffset Deadline) : TenderEvent(At);

/// <summary>提问; who asked nobody knows. The text is a document.</summary>
public sealed record QuestionAsked(DateTimeOffset At, long Question, long Document) : TenderEvent(At);

/// <summary>答复, open to everybody with its question.</summary>
public sealed record QuestionAnswered(DateTimeOffset At, long Question, long Document, string By) : TenderEvent(At);

/// <summary>开标: verdicts and what is read out.</summary>
public sealed record BidsOpened(DateTimeOffset At, ImmutableArray<OpenedBid> Bids, byte[] NamesSalt) : TenderEvent(At);

/// <summary>唱标.</summary>
public sealed record BidsReadOut(DateTimeOffset At, string By) : TenderEvent(At);

/// <summary>评标委员会成立; secret until the result (招标投标法 37).</summary>
/// <param name="Members">Persons, in the order of the record's experts.</param>
/// <param name="BlindOrder">Slots in the order in which the room shows them, as 甲、乙 … without a name.</param>
public sealed record CommitteeSeated(
    DateTimeOffset At,
    ImmutableArray<string> Members,
    ImmutableArray<string> BlindOrder
) : TenderEvent(At);

/// <summary>资格后审.</summary>
public sealed record QualificationJudged(DateTimeOffset At, ImmutableArray<Qualification> Results, string By)
    : TenderEvent(At);

/// <summary>A member's sheet is fixed; its bytes are a document, its commitment is in the record.</summary>
public sealed record SheetSealed(DateTimeOffset At, int Expert, int Version, long Document) : TenderEvent(At);

/// <summary>评分打开、排序.</summary>
public sealed record ScoresOpened(DateTimeOffset At, ImmutableArray<LotResult> Lots) : TenderEvent(At);

/// <summary>A member signs the report; a dissent is in writing, silence counts as agreement (实施条例 53).</summary>
public sealed record ReportSigned(DateTimeOffset At, string Expert, string? Dissent = null) : TenderEvent(At);

/// <summary>拒绝签字又不书面说明的，视为同意 (实施条例 53).</summary>
/// <param name="Silent">Persons.</param>
public sealed record ReportClosed(DateTimeOffset At, ImmutableArray<string> Silent, string Reason, string By)
    : TenderEvent(At);

/// <summary>中标候选人公示.</summary>
public sealed record CandidatesPublished(DateTimeOffset At, DateTimeOffset Ends) : TenderEvent(At);

/// <summary>中标通知书.</summary>
public sealed record TenderAwarded(DateTimeOffset At, ImmutableArray<Award> Awards, DateOnly ContractDue)
    : TenderEvent(At);

/// <summary>中标人放弃: the next candidate follows.</summary>
public sealed record AwardAbandoned(DateTimeOffset At, int Lot, string Reason, string By) : TenderEvent(At);

public sealed record ContractSigned(DateTimeOffset At, string ContractNumber, string By) : TenderEvent(At);

/// <summary>退还保证金及利息 is due.</summary>
public sealed record RefundsOrdered(DateTimeOffset At, DateOnly Due) : TenderEvent(At);

/// <summary>归档.</summary>
public sealed record TenderArchived(DateTimeOffset At, DateOnly KeptUntil, string ExportSha256) : TenderEvent(At);

/// <summary>招标失败.</summary>
/// <param name="Reason">A <see cref="Sealing.Record.RecordFailure"/>, <c>AllRejected</c> or <c>NoCandidate</c>.</param>
public sealed record BiddingFailed(DateTimeOffset At, string Reason) : TenderEvent(At);

/// <summary>决定重新招标.</summary>
public sealed record RetenderDecided(DateTimeOffset At, string By) : TenderEvent(At);
