namespace Approvals.Kernel.Store;

/// <summary>
/// The one open transaction of a turn (or a read-only snapshot outside one). Used by one thread at a time.
/// Constraint violations and everything else the store refuses are <see cref="StoreException"/>s.
/// </summary>
public abstract class SqlSession
{
    /// <summary>Runs a statement and gives the number of rows it changed.</summary>
    public abstract int Execute(SqlText sql, params ReadOnlySpan<SqlValue> parameters);

    /// <summary>Runs a query. The rows are read to the end or disposed before the same statement runs again.</summary>
    public abstract SqlRows Query(SqlText sql, params ReadOnlySpan<SqlValue> parameters);

    /// <summary>The first column of the first row as an integer, or null without a row or with a null in it.</summary>
    public long? QueryInteger(SqlText sql, params ReadOnlySpan<SqlValue> parameters)
    {
        using var rows = Query(sql, parameters);
        return rows.Next() && !rows.IsNull(0) ? rows.Integer(0) : null;
    }

    /// <summary>The first column of every row.</summary>
    public List<long> QueryIntegers(SqlText sql, params ReadOnlySpan<SqlValue> parameters)
    {
        var found = new List<long>();
        using var rows = Query(sql, parameters);
        while (rows.Next())
        {
            found.Add(rows.Integer(0));
        }

        return found;
    }
}

/// <summary>A forward cursor over the rows of a query. Columns count from zero.</summary>
public abstract class SqlRows : IDisposable
{
    public abstract bool Next();

    public abstract bool IsNull(int column);

    public abstract long Integer(int column);

    public abstract string Text(int column);

    /// <summary>The bytes of the column; valid until the next call of <see cref="Next"/> or <see cref="Dispose()"/>.</summary>
    public abstract ReadOnlySpan<byte> Blob(int column);

    public long? IntegerOrNull(int column) => IsNull(column) ? null : Integer(column);

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public DateTimeOffset Instant(int column) => DateTimeOffset.FromUnixTimeMilliseconds(Integer(column));

    public DateTimeOffset? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
