using Microsoft.Data.Sqlite;

namespace Approvals.Load.Raw;

/// <summary>
/// One recorded row write as a prepared ADO.NET command. Values that are keys of the recorded instance become the running
/// instance's; a row key that isn't one of them (the journal's position) is left to SQLite.
/// </summary>
internal sealed class RawStatement : IDisposable
{
    private readonly SqliteCommand command;
    private readonly List<(SqliteParameter Parameter, long Offset)> keys = [];

    public RawStatement(SqliteConnection connection, RecordedWrites writes, RowWrite write)
    {
        command = connection.CreateCommand();
        var table = write.Table;
        var columns = new List<int>();
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var isKey = table.Keys.Contains(i);
            if (isKey && table.HasIntegerKey && !writes.IsInstanceKey(write.Values[i]))
            {
                continue;
            }

            if (write.Kind == RowWriteKind.Delete && !isKey)
            {
                continue;
            }

            columns.Add(i);
            var parameter = command.Parameters.AddWithValue("@p" + i, write.Values[i] ?? DBNull.Value);
            if (writes.IsInstanceKey(write.Values[i]))
            {
                keys.Add((parameter, (long)write.Values[i]! - writes.Instance));
            }
        }

        var where = string.Join(" AND ", table.Keys.Select(key => $"{table.Columns[key]} = @p{key}"));
        command.CommandText = write.Kind switch
        {
            RowWriteKind.Insert =>
                $"INSERT INTO {table.Name} ({string.Join(", ", columns.Select(i => table.Columns[i]))}) "
                    + $"VALUES ({string.Join(", ", columns.Select(i => "@p" + i))})",
            RowWriteKind.Update => $"UPDATE {table.Name} SET "
                + string.Join(
                    ", ",
                    columns.Where(i => !table.Keys.Contains(i)).Select(i => $"{table.Columns[i]} = @p{i}")
                )
                + $" WHERE {where}",
            _ => $"DELETE FROM {table.Name} WHERE {where}",
        };
        command.Prepare();
    }

    public void Execute(SqliteTransaction transaction, long instance)
    {
        command.Transaction = transaction;
        foreach (var (parameter, offset) in keys)
        {
            parameter.Value = instance + offset;
        }

        if (command.ExecuteNonQuery() != 1)
        {
            throw new InvalidOperationException($"Not one row: {command.CommandText}");
        }
    }

    public void Dispose() => command.Dispose();
}
