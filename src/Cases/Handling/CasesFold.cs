using System.Collections.Frozen;
using System.Globalization;
using Approvals.Cases.Catalogue;
using Approvals.Cases.Events;
using Approvals.Cases.Rows;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Journal.Refolding;
using Approvals.Kernel.Store;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Runtime;
using Approvals.Workflow.Runtime.Refolding;

namespace Approvals.Cases.Handling;

/// <summary>The tables of organisation, catalogue and cases, written again from the journal.</summary>
public sealed class CasesFold : IJournalFold, IInstanceFold
{
    private static readonly FrozenSet<string> CaseTypes = CaseEventCodec.TypeNames.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Papers that bear the number of another one.</summary>
    private static readonly FrozenSet<NoticeKind> Unnumbered = new[]
    {
        NoticeKind.Commitment,
        NoticeKind.Undertaking,
    }.ToFrozenSet();

    private readonly ItemVersions items = new();
    private readonly CaseClocks clocks;
    private readonly Dictionary<long, LoadedCase> running = [];

    public CasesFold(Func<WorkingCalendar> calendar) => clocks = new(calendar, items);

    public IReadOnlyList<DerivedTable> Tables { get; } =
    [
        new("unit"),
        new("post"),
        new("item_version"),
        new("counter"),
        new("case_row"),
        new("case_unit"),
        new("case_document"),
        new("licence"),
        new("alarm"),
        new("case_figure"),
    ];

    public void Fold(Refold refold, JournalRecord record)
    {
        switch (record.Type)
        {
            case Organisation.UnitsSet or OrganisationEditing.UnitPut or Organisation.PersonPosted:
                Organisation.Fold(refold.Folded, record);
                break;
            case CatalogueCodec.PublishedType or CatalogueCodec.WithdrawnType:
                ItemVersions.Fold(refold.Folded, record);
                break;
            case Alarms.RaisedType:
                Alarms.Fold(refold.Folded, record);
                break;
            default:
                if (CaseTypes.Contains(record.Type))
                {
                    refold.Moved(record);
                    Case(refold, record);
                }

                break;
        }
    }

    public void Observe(
        Refold refold,
        JournalRecord record,
        LoadedInstance instance,
        IReadOnlyList<WorkflowEvent> events
    )
    {
        if (instance.Owner == 0)
        {
            return;
        }

        if (record.Version == 1)
        {
            CaseRows.Attach(refold.Folded, instance.Owner, instance.Key);
        }

        clocks.Show(refold.Folded, instance, events);
    }

    private void Case(Refold refold, JournalRecord record)
    {
        var sql = refold.Folded;
        var happened = CaseEventCodec.Read(record.Type, record.Schema, record.Data.Span);
        var before = record.Version == 1 ? null : Before(refold.Stored, record);
        var loaded =
            before?.With(happened)
            ?? new LoadedCase(CaseEvolution.Evolve(null, happened), CaseProjection.Apply(null, happened), 1);
        if (before is null)
        {
            CaseRows.Add(sql, loaded.Row);
        }

        var item = items.Get(sql, loaded.State.ItemCode, loaded.State.ItemVersion).Item;
        CaseUnits.Write(sql, loaded, happened, item);
        CaseDocuments.Write(sql, record.At, loaded, happened, item);
        CaseFigures.Write(sql, loaded, happened);
        CaseRows.Change(sql, loaded.Row);
        Count(sql, before, loaded, record.At);
        if (happened is CaseClosed or CaseWithdrawn)
        {
            running.Remove(record.Stream);
        }
        else
        {
            running[record.Stream] = loaded;
        }
    }

    /// <summary>Only running cases are kept in memory; little happens to one that has ended.</summary>
    private LoadedCase Before(SqlSession stored, JournalRecord record) =>
        running.TryGetValue(record.Stream, out var loaded)
            ? loaded
            : LoadedCase.Find(stored, record.Stream, record.Version - 1)
                ?? throw new InvalidDataException("the case never began.");

    /// <summary>Every number that was given shows how far its series has come.</summary>
    private static void Count(SqlSession sql, LoadedCase? before, LoadedCase loaded, DateTimeOffset at)
    {
        var today = CivilTime.DateOf(at);
        if (before is null)
        {
            var day = string.Create(CultureInfo.InvariantCulture, $"case/{today:yyyyMMdd}");
            var query = loaded.State.QueryNumber;
            Counters.Reach(sql, day, int.Parse(query.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture));
        }

        foreach (var (kind, number) in loaded.State.NoticeNumbers)
        {
            if (!Unnumbered.Contains(kind) && before?.State.NoticeNumbers.GetValueOrDefault(kind) != number)
            {
                var unit = before?.State.Unit ?? loaded.State.Unit;
                Counters.Reach(sql, DocumentNumber.SeriesOf(unit, kind, today.Year), DocumentNumber.SequenceOf(number));
            }
        }
    }
}
