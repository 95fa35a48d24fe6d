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

public sealed record OpenBids(ImmutableArray<OpenedBid> Bids, byte[] NamesSalt) : TenderCommand;

public sealed record ReadOutBids : TenderCommand;

public sealed record SeatCommittee(ImmutableArray<string> Members, ImmutableArray<string> BlindOrder) : TenderCommand;

public sealed record JudgeQualification(ImmutableArray<Qualification> Results) : TenderCommand;

public sealed record SealSheet(int Version, ImmutableArray<(string Slot, decimal Points)> Points, long Document)
    : TenderCommand;

public sealed record OpenScores(ImmutableArray<LotResult> Lots) : TenderCommand;

public sealed record SignReport(string? Dissent) : TenderCommand;

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
