using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tenders;
using Approvals.Bidding.Tenders.Deciding;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Runtime;

namespace Approvals.Bidding.Handling;

/// <summary>
/// Keeps record, tender and process in step, inside the turn that changed one of them: what time alone allows is appended to the record, and
/// a job of the process completes as soon as what it waits for has happened. At most one job of a tender is open.
/// </summary>
public sealed class TenderProcess(TenderStore tenders, TenderRecords records, ProcessRuntime runtime)
{
    private const int Holders = 4;

    private static readonly Actor Platform = Actor.System("tender");
    private static readonly SqlText OpenJob = new("SELECT key, type FROM job WHERE owner = ?1 ORDER BY key LIMIT 1");

    /// <summary>Goes as far as record and clock allow.</summary>
    public void Advance(TurnScope scope, long key)
    {
        while (Step(scope, key)) { }
    }

    /// <summary>True when a turn of <see cref="Advance"/> would move something; asked outside turns.</summary>
    public static bool HasWork(SqlSession session, TenderState tender, RecordState record, DateTimeOffset now) =>
        NextEntry(record, now) is not null
        || (JobOf(session, tender.Key) is { } job && ResultOf(session, job.Type, tender, record) is not null);

    /// <summary>The open job's type, or null.</summary>
    public static string? WaitsFor(SqlSession session, long key) => JobOf(session, key)?.Type;

    private bool Step(TurnScope scope, long key)
    {
        var tender = LoadedTender.Find(scope.Session, key)!.State;
        var record = records.InTurn(scope, tender.Record);
        if (NextEntry(record, scope.Now) is { } entry)
        {
            Must(records.Append(scope, tender.Record, entry));
            return true;
        }

        if (
            JobOf(scope.Session, key) is not { } job
            || ResultOf(scope.Session, job.Type, tender, record) is not { } result
        )
        {
            return false;
        }

        if (result.Command is { } command)
        {
            Must(tenders.Execute(scope, key, command, Platform).Rejection);
        }
        else if (job.Type == "tender.open-scores")
        {
            OpenScores(scope, tender);
        }

        var variables = result.Variables(LoadedTender.Find(scope.Session, key)!.State);
        Must(runtime.Execute(scope, ProcessRuntime.InstanceOf(job.Key), new CompleteJob(job.Key, variables)));
        return true;
    }

    /// <summary>What the platform itself says next in the record.</summary>
    private static RecordEntry? NextEntry(RecordState committed, DateTimeOffset now)
    {
        var record = RecordRules.Elapse(committed, now);
        return record.Phase switch
        {
            RecordPhase.Counted when record.Seeds.Count == Holders || now >= record.Until => new BidsCounted(
                now,
                record.Bids.Count()
            ),
            RecordPhase.Unlocking when record.ContentKeys.Count >= HolderShares.ThresholdOf(ShareKind.Content) =>
                new TenderOpened(now),
            RecordPhase.Frozen or RecordPhase.Unlocking when now >= record.Until => new TenderFailed(now),
            RecordPhase.Identified when now >= record.Until.AddMinutes(record.Notice!.Windows.IdentifyReserve) =>
                new TenderFailed(now),
            _ => null,
        };
    }

    private static JobResult? ResultOf(SqlSession session, string type, TenderState tender, RecordState record)
    {
        var hasFailed = record.Phase == RecordPhase.Failed;
        return type switch
        {
            "tender.keys" when tender.Holders.Count == Holders => JobResult.Plain,
            "tender.publish" when tender.PublishedAt is not null => JobResult.Of(
                ("deadline", FeelValue.From(tender.File!.Deadline))
            ),
            "tender.close-account" => JobResult.Plain,
            "tender.freeze" when record.SetRoot is not null || hasFailed => JobResult.Of(
                ("frozen", FeelValue.From(record.SetRoot is not null))
            ),
            "tender.count" when record.Count is { } count => JobResult.Of(("bids", FeelValue.From(count))),
            "tender.identify" when record.Phase > RecordPhase.Identified => JobResult.Of(
                ("passedLots", FeelValue.From(hasFailed ? 0 : record.PassedLots.Length))
            ),
            "tender.unlock" when tender.Opening is not null || hasFailed => JobResult.Of(
                ("contentKeys", FeelValue.From(record.ContentKeys.Count))
            ),
            "tender.draw" when !tender.Committee.IsEmpty => JobResult.Of(
                ("experts", FeelValue.From([.. tender.Committee.Select(person => FeelValue.From(person))]))
            ),
            "tender.open-scores" when tender.Sheets.Count == tender.Committee.Length => JobResult.Plain,
            "tender.publicity" => new JobResult(
                new PublishCandidates(),
                state => [new("publicityEnds", FeelValue.From(state.Publicity!.Ends))]
            ),
            "tender.award-notice" => new JobResult(new AwardTender(), _ => []),
            "tender.next-candidate" => JobResult.Of(
                ("hasCandidate", FeelValue.From(Awarding.AwardsOf(tender).Length == tender.Results.Length))
            ),
            "tender.refunds" => new JobResult(new OrderRefunds(), _ => []),
            "tender.archive" when Exports.SignedDigest(session, tender.Key) is { } digest => new JobResult(
                new ArchiveTender(Convert.ToHexStringLower(digest)),
                _ => []
            ),
            "tender.failure-notice" => new JobResult(new FailBidding(ReasonOf(tender, record)), _ => []),
            _ => null,
        };
    }

    private static string ReasonOf(TenderState tender, RecordState record) =>
        record.Phase == RecordPhase.Failed ? record.Failure.ToString()
        : tender.Results.IsEmpty ? "AllRejected"
        : "NoCandidate";

    private void OpenScores(TurnScope scope, TenderState tender)
    {
        foreach (var sheet in Scoring.Sheets(scope.Session, tender, scope.Now))
        {
            Must(records.Append(scope, tender.Record, sheet));
        }

        var results = Scoring.Rank(scope.Session, tender, records.InTurn(scope, tender.Record));
        foreach (var result in results)
        {
            Must(records.Append(scope, tender.Record, Scoring.EntryOf(tender, result, scope.Now)));
        }

        Must(tenders.Execute(scope, tender.Key, new OpenScores(results), Platform).Rejection);
    }

    private static (long Key, string Type)? JobOf(SqlSession session, long tender)
    {
        using var rows = session.Query(OpenJob, tender);
        return rows.Next() ? (rows.Integer(0), rows.Text(1)) : null;
    }

    private static void Must(Rejection? rejection)
    {
        if (rejection is not null)
        {
            throw new InvalidOperationException($"A tender can't go on: {rejection.Code}.");
        }
    }

    /// <param name="Command">What the tender does first, if anything.</param>
    /// <param name="Variables">Of the state after it.</param>
    private sealed record JobResult(TenderCommand? Command, Func<TenderState, ImmutableArray<Variable>> Variables)
    {
        public static JobResult Plain { get; } = new(null, _ => []);

        public static JobResult Of(params (string Name, FeelValue Value)[] variables) =>
            new(null, _ => [.. variables.Select(each => new Variable(each.Name, each.Value))]);
    }
}
