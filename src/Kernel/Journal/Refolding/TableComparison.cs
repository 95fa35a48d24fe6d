using Approvals.Kernel.Store;

namespace Approvals.Kernel.Journal.Refolding;

/// <summary>Two tables of the same schema, read side by side in the order of their keys.</summary>
internal sealed class TableComparison
{
    private const int MostShown = 80;
    private static readonly SqlText Columns = new("SELECT name, type, pk FROM pragma_table_info(?1) ORDER BY cid");
    private readonly DerivedTable table;
    private readonly List<(string Expression, bool IsInteger)> keys;
    private readonly List<string> columns;
    private readonly SqlText select;

    private TableComparison(DerivedTable table, SqlSession folded)
    {
        this.table = table;
        var all = ReadColumns(folded, table.Name);
        keys = table.Key.IsEmpty
            ?
            [
                .. all.Where(each => each.Place > 0)
                    .OrderBy(each => each.Place)
                    .Select(each => (each.Name, each.IsInteger)),
            ]
            : [.. table.Key.Select(key => (key, all.Exists(each => each.Name == key && each.IsInteger)))];
        columns =
        [
            .. all.Select(each => each.Name)
                .Where(name => !table.Except.Contains(name) && !keys.Exists(key => key.Expression == name)),
        ];
        var order = string.Join(", ", keys.Select(key => key.Expression));
        var shown = string.Join(", ", columns.Select(column => $"quote({column})").Prepend(order));
        select = new($"SELECT {shown} FROM {table.Name} WHERE {table.Where ?? "true"} ORDER BY {order}");
    }

    public static long Run(DerivedTable table, SqlSession stored, SqlSession folded, Action<string> different) =>
        new TableComparison(table, folded).Run(stored, folded, different);

    private long Run(SqlSession stored, SqlSession folded, Action<string> different)
    {
        long count = 0;
        using var found = stored.Query(select);
        using var given = folded.Query(select);
        var (isFound, isGiven) = (found.Next(), given.Next());
        while (isFound || isGiven)
        {
            count++;
            var order =
                !isFound ? 1
                : !isGiven ? -1
                : CompareKeys(found, given);
            if (order == 0)
            {
                CompareColumns(found, given, different);
            }
            else
            {
                different(
                    order < 0
                        ? $"{table.Name} {KeyOf(found)}: the journal has no such row."
                        : $"{table.Name} {KeyOf(given)}: the row is missing."
                );
            }

            isFound = order <= 0 ? found.Next() : isFound;
            isGiven = order >= 0 ? given.Next() : isGiven;
        }

        return count;
    }

    private int CompareKeys(SqlRows found, SqlRows given)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            var order = keys[i].IsInteger
                ? found.Integer(i).CompareTo(given.Integer(i))
                : found.Blob(i).SequenceCompareTo(given.Blob(i));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private void CompareColumns(SqlRows found, SqlRows given, Action<string> different)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (!found.Blob(keys.Count + i).SequenceEqual(given.Blob(keys.Count + i)))
            {
                var (was, should) = (Shorten(found.Text(keys.Count + i)), Shorten(given.Text(keys.Count + i)));
                different($"{table.Name} {KeyOf(found)}: {columns[i]} is {was}, the journal gives {should}.");
            }
        }
    }

    private string KeyOf(SqlRows rows) => string.Join(' ', Enumerable.Range(0, keys.Count).Select(rows.TextOrNull));

    private static string Shorten(string text) => text.Length <= MostShown ? text : text[..MostShown] + "…";

    private static List<(string Name, bool IsInteger, long Place)> ReadColumns(SqlSession session, string table)
    {
        var found = new List<(string, bool, long)>();
        using var rows = session.Query(Columns, table);
        while (rows.Next())
        {
            found.Add((rows.Text(0), rows.Text(1) == "INTEGER", rows.Integer(2)));
        }

        return found;
    }
}
