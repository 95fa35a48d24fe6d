using Approvals.Cases;
using Approvals.Server.Storage.Reads;

namespace Approvals.Server.Reads.Work;

/// <summary>An open task with its case, inside a query.</summary>
public sealed class WorkRow
{
    public required CaseRead Case { get; init; }

    public required TaskRead Task { get; init; }

    public Approvals.Cases.Clocks.Light Light { get; init; }
}

/// <summary>
/// The open tasks that a person may do: he or one of his groups is a candidate, and nobody else has claimed it. Asked by unit
/// first, so that the database walks the index of running cases in the order of their due dates and stops after a page.
/// </summary>
internal static class OpenWork
{
    public static IQueryable<WorkRow> Of(PlatformReads reads, WorkPerson person, long now)
    {
        var me = person.ActorId;
        var candidates = person.Candidates;
        return from lit in LitCase.Of(Running(reads, person.Units), now)
            join task in reads.Tasks on lit.Case.Key equals task.Owner
            where task.State == 0 && (task.Assignee == null || task.Assignee == me)
            where reads.Candidates.Any(each => each.Task == task.Key && candidates.Contains(each.Candidate))
            select new WorkRow
            {
                Case = lit.Case,
                Task = task,
                Light = lit.Light,
            };
    }

    public static IQueryable<WorkRow> Narrowed(this IQueryable<WorkRow> rows, WorkFilter filter)
    {
        if (filter.Light is { } light)
        {
            rows = rows.Where(row => row.Light == light);
        }

        rows = filter.Scope switch
        {
            WorkScope.Mine => rows.Where(row => row.Task.Assignee != null),
            WorkScope.Claimable => rows.Where(row => row.Task.Assignee == null),
            _ => rows,
        };
        if (filter.Item is { Length: > 0 } item)
        {
            rows = rows.Where(row => row.Case.ItemCode == item);
        }

        return Matching(rows, filter.Words);
    }

    private static IQueryable<WorkRow> Matching(IQueryable<WorkRow> rows, string? words)
    {
        if (string.IsNullOrWhiteSpace(words))
        {
            return rows;
        }

        var text = words.Trim();
        if (CaseNumber.TryParseQuery(text, out var query))
        {
            return rows.Where(row => row.Case.QueryNumber == query);
        }

        var digits = string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
        return digits.All(char.IsAsciiDigit)
            ? rows.Where(row => row.Case.QueryNumber.Contains(digits))
            : rows.Where(row => row.Case.ApplicantName.Contains(text) || row.Case.ItemName.Contains(text));
    }

    private static IQueryable<CaseRead> Running(PlatformReads reads, IReadOnlyList<string> units)
    {
        var running = reads.Cases.Where(row => row.Closed == null);
        if (reads.CaseUnits.Any(guest => guest.Running && units.Contains(guest.Unit)))
        {
            // Asked by another unit too: rare, and the few cases are found by their own index.
            return running.Where(row =>
                units.Contains(row.Unit)
                || reads
                    .CaseUnits.Where(guest => guest.Running && units.Contains(guest.Unit))
                    .Select(guest => guest.Owner)
                    .Contains(row.Key)
            );
        }

        if (units.Count != 1)
        {
            return running.Where(row => units.Contains(row.Unit));
        }

        // An equality, because only then the index gives the order of the due dates.
        var unit = units[0];
        return running.Where(row => row.Unit == unit);
    }
}
