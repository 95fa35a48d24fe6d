using Approvals.Cases;
using Approvals.Cases.Clocks;
using Approvals.Cases.Events;
using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Store;
using Approvals.Server.Storage;
using Approvals.Server.Storage.Reads;
using Approvals.Workflow.Runtime;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Cases;

/// <summary>Reads everything that a page about one case shows.</summary>
public sealed class CaseFactsQuery(
    PlatformReads reads,
    Platform platform,
    ProcessDrawings drawings,
    WorkingCalendar calendar,
    TimeProvider clock
)
{
    private static readonly SqlText DefinitionOf = new("SELECT definition FROM process_scope WHERE key = ?1");

    /// <summary>The case, or null when there is none with this key. Who may see it is not asked here.</summary>
    public async Task<CaseFacts?> FindAsync(long key, CancellationToken cancellation)
    {
        var read = await reads.Cases.SingleOrDefaultAsync(row => row.Key == key, cancellation);
        return read is null ? null : await ReadAsync(read, cancellation);
    }

    /// <summary>The case with a query number (digits only), or null.</summary>
    public async Task<CaseFacts?> FindByQueryNumberAsync(string query, CancellationToken cancellation)
    {
        var read = await reads.Cases.SingleOrDefaultAsync(row => row.QueryNumber == query, cancellation);
        return read is null ? null : await ReadAsync(read, cancellation);
    }

    private async Task<CaseFacts> ReadAsync(CaseRead read, CancellationToken cancellation)
    {
        var journal = await ReadJournalAsync(read.Key, cancellation);
        var steps = await ReadJournalAsync(read.Instance, cancellation);
        var documents = await ReadDocumentsAsync(read.Key, cancellation);
        var licence = await reads.Licences.FirstOrDefaultAsync(each => each.Owner == read.Key, cancellation);
        return platform.Readers.Read(session => Assemble(session, read, journal, steps, documents, licence));
    }

    private CaseFacts Assemble(
        SqlSession session,
        CaseRead read,
        List<JournalRead> journal,
        List<JournalRead> steps,
        List<CaseDocument> documents,
        LicenceRead? licence
    )
    {
        var now = clock.GetUtcNow();
        var row = read.ToRow();
        var item = platform.Cases.Items.Get(session, row.ItemCode, row.ItemVersion);
        var unit = Organisation.Unit(session, row.Unit);
        var doers = new Doers(session, row.ApplicantId, unit);
        var definitions = platform.Runtime.Definitions;
        var deployment = definitions.Get(
            session,
            session.QueryInteger(DefinitionOf, read.Instance)
                ?? throw new InvalidDataException($"There is no process instance {read.Instance}.")
        );
        var reading = ProcessReading.Of(
            definitions,
            session,
            deployment.Key,
            [
                .. steps
                    .Where(record => record.Type == ProcessRuntime.EventType)
                    .Select(record => InstanceRecord.Of(record.At, record.Position, record.Actor, record.Data)),
            ]
        );
        var history = CaseHistory.Of(journal, documents, doers);
        var state = CaseEvolution.Fold(history.Select(happening => happening.Event))!;
        return new CaseFacts(
            row,
            state,
            item,
            unit,
            Lights.For(row.Clock, now),
            reading.Facts(drawings.Of(deployment), row.ApplicantId, doers),
            CaseClockReading.Find(
                reading.State,
                row.Clock?.Kind,
                reading.HoldersOf(row.Clock?.Kind ?? ""),
                calendar,
                CivilTime.DateOf(now)
            ),
            history,
            documents,
            licence,
            now,
            reading.Tasks.Open(reading.State, doers),
            reading.Tasks.Happened(doers),
            reading.Waiting(doers)
        )
        {
            UnitNames = state
                .Branches.Select(branch => branch.Unit)
                .Distinct(StringComparer.Ordinal)
                .ToDictionary(code => code, code => Organisation.Unit(session, code).ShortName, StringComparer.Ordinal),
        };
    }

    private Task<List<JournalRead>> ReadJournalAsync(long stream, CancellationToken cancellation) =>
        reads
            .Journal.Where(record => record.Stream == stream)
            .OrderBy(record => record.Version)
            .ToListAsync(cancellation);

    private async Task<List<CaseDocument>> ReadDocumentsAsync(long key, CancellationToken cancellation)
    {
        var rows =
            from own in reads.CaseDocuments
            join document in reads.Documents on own.Document equals document.Id
            where own.Owner == key
            orderby own.At, own.Document
            select new
            {
                own.Document,
                own.Kind,
                own.Caption,
                document.Name,
                document.Media,
                document.Length,
                own.At,
            };
        return
        [
            .. (await rows.ToListAsync(cancellation)).Select(each => new CaseDocument(
                each.Document,
                each.Kind,
                each.Caption,
                each.Name,
                each.Media,
                each.Length,
                DateTimeOffset.FromUnixTimeMilliseconds(each.At)
            )),
        ];
    }
}
