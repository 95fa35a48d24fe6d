using Microsoft.Data.Sqlite;

namespace Approvals.Load.Raw;

/// <summary>All rows of a small database by table and key, to see what a turn wrote by comparing two images.</summary>
internal sealed class DatabaseImage
{
    private readonly Dictionary<(string Table, string Key), (RawTable Table, object?[] Values)> rows = [];

    public static List<RawTable> ReadTables(SqliteConnection connection)
    {
        var tables = new List<RawTable>();
        foreach (var name in Texts(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rootpage"))
        {
            var columns = new List<(string Name, string Type, int Key)>();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT name, type, pk FROM pragma_table_info(@table)";
            command.Parameters.AddWithValue("@table", name);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                columns.Add((reader.GetString(0), reader.GetString(1), reader.GetInt32(2)));
            }

            int[] keys =
            [
                .. columns
                    .Select((column, index) => (column.Key, index))
                    .Where(column => column.Key > 0)
                    .OrderBy(column => column.Key)
                    .Select(column => column.index),
            ];
            var isRowId = keys is [var only] && columns[only].Type == "INTEGER";
            tables.Add(new RawTable(name, [.. columns.Select(column => column.Name)], keys, isRowId));
        }

        return tables;
    }

    public static DatabaseImage Take(SqliteConnection connection, IEnumerable<RawTable> tables)
    {
        var image = new DatabaseImage();
        foreach (var table in tables)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table.Name}";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var values = new object?[table.Columns.Length];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
                }

                image.rows.Add(
                    (table.Name, string.Join('\u001f', table.Keys.Select(key => values[key]))),
                    (table, values)
                );
            }
        }

        return image;
    }

    /// <summary>What was written between an earlier image and this one.</summary>
    public IEnumerable<RowWrite> Since(DatabaseImage earlier)
    {
        foreach (var (key, (table, values)) in rows)
        {
            if (!earlier.rows.TryGetValue(key, out var before))
            {
                yield return new RowWrite(RowWriteKind.Insert, table, values);
            }
            else if (!Same(before.Values, values))
            {
                yield return new RowWrite(RowWriteKind.Update, table, values);
            }
        }

        foreach (var (key, (table, values)) in earlier.rows)
        {
            if (!rows.ContainsKey(key))
            {
                yield return new RowWrite(RowWriteKind.Delete, table, values);
            }
        }
    }

    public static List<string> Texts(SqliteConnection connection, string query)
    {
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private static bool Same(object?[] left, object?[] right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            var same =
                left[i] is byte[] bytes && right[i] is byte[] others
                    ? bytes.AsSpan().SequenceEqual(others)
                    : Equals(left[i], right[i]);
            if (!same)
            {
                return false;
            }
        }

        return true;
    }
}
