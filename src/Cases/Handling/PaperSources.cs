using System.Text.Json;
using Approvals.Cases.Events;
using Approvals.Cases.Printing;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Store;
using Approvals.Workflow.Feel;

namespace Approvals.Cases.Handling;

/// <summary>Reads from the store what a paper of a case says.</summary>
public sealed class PaperSources(ItemVersions items)
{
    private static readonly SqlText Inline = new("SELECT bytes FROM document WHERE id = ?1");
    private static readonly SqlText DueDay = new(
        "SELECT due_day FROM clock WHERE owner = ?1 AND id = ?2 ORDER BY instance DESC LIMIT 1"
    );

    /// <summary>The case must exist.</summary>
    public PaperSource Read(SqlSession session, long key)
    {
        var events = JournalReader
            .ReadStream(session, key)
            .Select(record => CaseEventCodec.Read(record.Type, record.Schema, record.Data.Span))
            .ToList();
        var state = CaseEvolution.Fold(events) ?? throw new InvalidDataException($"There is no case {key}.");
        return new PaperSource(
            state,
            events,
            items.Get(session, state.ItemCode, state.ItemVersion),
            Organisation.Unit(session, state.Unit),
            Addressee(session, state),
            FeelJson.Parse(Document(session, state.Form)),
            Due(session, key, CaseClocks.Promised),
            Due(session, key, CaseClocks.Legal),
            Names(session, events)
        )
        {
            Units = Organisation.Units(session).ToDictionary(unit => unit.Code, StringComparer.Ordinal),
        };
    }

    private static string Addressee(SqlSession session, CaseState state)
    {
        using var snapshot = JsonDocument.Parse(Document(session, state.Applicant.Snapshot));
        return
            snapshot.RootElement.TryGetProperty("organisation", out var organisation)
            && organisation.GetString() is { Length: > 0 } name
            ? name
            : snapshot.RootElement.GetProperty("name").GetString()!;
    }

    private static byte[] Document(SqlSession session, DocumentRef document)
    {
        using var rows = session.Query(Inline, document.Id);
        return rows.Next() && !rows.IsNull(0)
            ? rows.Blob(0).ToArray()
            : throw new InvalidDataException($"Document {document.Id} has been erased.");
    }

    private static DateOnly? Due(SqlSession session, long key, string clock)
    {
        using var rows = session.Query(DueDay, key, clock);
        return rows.Next() ? DateOnly.ParseExact(rows.Text(0), "yyyy-MM-dd") : null;
    }

    private static Dictionary<string, string> Names(SqlSession session, List<CaseEvent> events)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var actor in events
                .Select(happened =>
                    happened switch
                    {
                        CaseAccepted e => e.By,
                        CaseReviewed e => e.By,
                        CaseApproved e => e.By,
                        _ => null,
                    }
                )
                .OfType<string>()
        )
        {
            if (Organisation.PersonKey(actor) is { } person && Organisation.FindPerson(session, person) is { } details)
            {
                names[actor] = details.Name;
            }
        }

        return names;
    }
}
