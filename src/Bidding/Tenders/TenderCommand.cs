using System.Collections.Immutable;
using Approvals.Bidding.Rules;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;

namespace Approvals.Bidding.Tenders;

/// <summary>What somebody wants of a tender.</summary>
public abstract record TenderCommand;

/// <summary>项目申报.</summary>
/// <param name="Sequence">Of the year, from 1.</param>
public sealed record DeclareTender(long Key, long Record, int Sequence, Declaration Declaration) : TenderCommand;

public sealed record ChooseAgency(AgencyChoice Choice) : TenderCommand;

public sealed record CompileFile(TenderFile File) : TenderCommand;

public sealed record EnrolHolder(Holder Holder, byte[] DrawCommitment) : TenderCommand;

/// <summary>All four have signed the notice.</summary>
public sealed record IssueNotice(Notice Notice) : TenderCommand;

/// <summary>提问, by anybody and under no name; the text is a document.</summary>
public sealed record AskQuestion(long Question, long Document) : TenderCommand;

/// <summary>答复, published with the question; the text is a document.</summary>
/// <param name="IsHarmless">The agency says that the answer doesn't touch how bids are made up (实施条例 21).</param>
public sealed record AnswerQuestion(long Question, long Document, bool IsHarmless) : TenderCommand;

public sealed record OpenBids(ImmutableArray<OpenedBid> Bids, byte[] NamesSalt) : TenderCommand;

public sealed record ReadOutBids : TenderCommand;

public sealed record SeatCommittee(ImmutableArray<string> Members, ImmutableArray<string> BlindOrder) : TenderCommand;

public sealed record JudgeQualification(ImmutableArray<Qualification> Results) : TenderCommand;

public sealed record SealSheet(int Version, ImmutableArray<(string Slot, decimal Points)> Points, long Document)
    : TenderCommand;

public sealed record OpenScores(ImmutableArray<LotResult> Lots) : TenderCommand;

public sealed record SignReport(string? Dissent) : TenderCommand;

/// <summary>The report ends without those who neither sign nor say why in writing (实施条例 53).</summary>
/// <param name="Reason">When and how they refused.</param>
public sealed record CloseReport(string Reason) : TenderCommand;

public sealed record PublishCandidates : TenderCommand;

public sealed record AwardTender : TenderCommand;

public sealed record AbandonAward(int Lot, string Reason) : TenderCommand;

public sealed record SignContract(string ContractNumber) : TenderCommand;

public sealed record OrderRefunds : TenderCommand;

public sealed record ArchiveTender(string ExportSha256) : TenderCommand;

public sealed record FailBidding(string Reason) : TenderCommand;

public sealed record DecideRetender : TenderCommand;

/// <summary>What a decision needs beside the state.</summary>
public sealed record TenderContext(DateTimeOffset Now, Actor Actor, TenderRules Rules, WorkingCalendar Calendar)
{
    public DateOnly Today => CivilTime.DateOf(Now);
}

/// <summary>What a command leads to: one event, or the reason why nothing happens.</summary>
public readonly record struct TenderDecision(TenderEvent? Event, Rejection? Rejection)
{
    public static implicit operator TenderDecision(TenderEvent happened) => new(happened, null);

    public static implicit operator TenderDecision(Rejection rejection) => new(null, rejection);
}
