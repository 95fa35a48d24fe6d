using System.Buffers;
using System.Text;
using SQLitePCL;

namespace Approvals.Kernel.Store.Sqlite;

/// <summary>
/// A SQLite connection with its prepared statements, straight on the C API: the hot path of every turn. WAL with
/// <c>synchronous=FULL</c>: a commit that returned is on the disk.
/// </summary>
public sealed class SqliteSession : SqlSession, IDisposable
{
    /// <summary>SQLITE_CONFIG_STMTJRNL_SPILL: bytes of a savepoint's journal that stay in memory.</summary>
    private const int StatementJournalSpill = 26;
    private const int SpillAfter = 16 << 20;
    private const int Patience = 10_000;
    private const int PatienceForReaders = 5;
    private readonly sqlite3 connection;
    private readonly string path;
    private SqliteStatement?[] statements = new SqliteStatement?[64];

    static SqliteSession()
    {
        Batteries_V2.Init();
        // Without its memory statistics SQLite allocates without a global lock. Refused when something else has already
        // opened a database in this process; then it is only slower.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        // What a savepoint may take back is kept in memory: a turn that touches a few pages more writes no file for it.
        _ = raw.sqlite3_config(StatementJournalSpill, SpillAfter);
    }

    private SqliteSession(sqlite3 connection, string path)
    {
        this.connection = connection;
        this.path = path;
    }

    /// <summary>False while a transaction is open. SQLite ends one by itself on a full disk or an I/O error.</summary>
    public bool IsIdle => raw.sqlite3_get_autocommit(connection) != 0;

    public static SqliteSession OpenWriter(string path)
    {
        var session = Open(path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        session.RunScript(
            """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA wal_autocheckpoint = 4000;
            PRAGMA journal_size_limit = 67108864;
            PRAGMA cache_size = -65536;
            """
        );
        return session;
    }

    /// <summary>An empty database of its own that nothing outlives.</summary>
    public static SqliteSession OpenScratch()
    {
        var session = Open("", raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
        session.RunScript("PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;");
        return session;
    }

    public static SqliteSession OpenReader(string path)
    {
        var session = Open(path, raw.SQLITE_OPEN_READONLY);
        session.RunScript("PRAGMA query_only = 1; PRAGMA cache_size = -16384;");
        return session;
    }

    public override int Execute(SqlText sql, params ReadOnlySpan<SqlValue> parameters)
    {
        var statement = Prepared(sql);
        statement.Bind(parameters);
        try
        {
            int result;
            do
            {
                result = raw.sqlite3_step(statement.Handle);
            } while (result == raw.SQLITE_ROW);

            Check(result, sql);
            return raw.sqlite3_changes(connection);
        }
        finally
        {
            statement.Reset();
        }
    }

    public override SqlRows Query(SqlText sql, params ReadOnlySpan<SqlValue> parameters)
    {
        var statement = Prepared(sql);
        statement.Bind(parameters);
        return statement.Rows;
    }

    /// <summary>Runs several statements without parameters: schema scripts and pragmas.</summary>
    public void RunScript(string script)
    {
        var result = raw.sqlite3_exec(connection, script);
        if (result != raw.SQLITE_OK)
        {
            throw Failed(result, script);
        }
    }

    public void Dispose()
    {
        foreach (var statement in statements)
        {
            statement?.Handle.Dispose();
        }

        connection.Dispose();
    }

    /// <summary>A second connection to the same database that only copies the log back; it has read once, which opens the log.</summary>
    internal SqliteSession OpenBeside()
    {
        var session = Open(path, raw.SQLITE_OPEN_READWRITE);
        session.RunScript("PRAGMA synchronous = FULL; PRAGMA schema_version;");
        return session;
    }

    /// <summary>Pages that this connection wrote into the log since the last call.</summary>
    internal long TakePagesWritten()
    {
        raw.sqlite3_db_status(connection, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1);
        return pages;
    }

    /// <summary>
    /// Copies the log into the database as far as readers allow, both synced first. With <paramref name="restart"/> it waits a
    /// few milliseconds for readers of the log, so that the next commit begins it anew. False when something was in the way.
    /// </summary>
    internal bool TryCheckpoint(bool restart)
    {
        var mode = restart ? raw.SQLITE_CHECKPOINT_RESTART : raw.SQLITE_CHECKPOINT_PASSIVE;
        raw.sqlite3_busy_timeout(connection, PatienceForReaders);
        var result = raw.sqlite3_wal_checkpoint_v2(connection, "main", mode, out _, out _);
        raw.sqlite3_busy_timeout(connection, Patience);
        return result == raw.SQLITE_OK;
    }

    internal void Check(int result, SqlText sql)
    {
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW or raw.SQLITE_OK))
        {
            throw Failed(result, sql.Text);
        }
    }

    private static SqliteSession Open(string path, int flags)
    {
        var result = raw.sqlite3_open_v2(path, out var connection, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        var session = new SqliteSession(connection, path);
        if (result != raw.SQLITE_OK)
        {
            using (session)
            {
                throw session.Failed(result, "open " + Path.GetFileName(path));
            }
        }

        raw.sqlite3_extended_result_codes(connection, 1);
        raw.sqlite3_busy_timeout(connection, Patience);
        return session;
    }

    private SqliteStatement Prepared(SqlText sql)
    {
        if (sql.Index >= statements.Length)
        {
            Array.Resize(ref statements, Math.Max(sql.Index + 1, statements.Length * 2));
        }

        return statements[sql.Index] ??= Prepare(sql);
    }

    private SqliteStatement Prepare(SqlText sql)
    {
        var result = raw.sqlite3_prepare_v3(connection, sql.Text, raw.SQLITE_PREPARE_PERSISTENT, out var handle);
        Check(result, sql);
        return new SqliteStatement(this, sql, handle);
    }

    private StoreException Failed(int result, string what)
    {
        var failure = (result & 0xFF) switch
        {
            raw.SQLITE_CONSTRAINT => StoreFailure.Constraint,
            raw.SQLITE_FULL => StoreFailure.Full,
            raw.SQLITE_IOERR or raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN => StoreFailure.InputOutput,
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StoreFailure.Busy,
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => StoreFailure.Damaged,
            _ => StoreFailure.Other,
        };
        var message = raw.sqlite3_errmsg(connection).utf8_to_string();
        return new StoreException(failure, result, $"{message} ({result}): {what}");
    }
}

internal sealed class SqliteStatement(SqliteSession session, SqlText sql, sqlite3_stmt handle)
{
    private SqliteRows? rows;

    public sqlite3_stmt Handle { get; } = handle;

    public SqliteRows Rows => rows ??= new SqliteRows(session, sql, this);

    public void Bind(ReadOnlySpan<SqlValue> parameters)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            ref readonly var value = ref parameters[i];
            var result = value.Kind switch
            {
                SqlValueKind.Integer => raw.sqlite3_bind_int64(Handle, i + 1, value.Integer),
                SqlValueKind.Text => BindText(i + 1, value.Text),
                SqlValueKind.Blob => raw.sqlite3_bind_blob(Handle, i + 1, value.Blob),
                _ => raw.sqlite3_bind_null(Handle, i + 1),
            };
            session.Check(result, sql);
        }
    }

    public void Reset()
    {
        // The result repeats the error of the last step, which was already thrown.
        _ = raw.sqlite3_reset(Handle);
    }

    private int BindText(int index, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most <= 512)
        {
            Span<byte> near = stackalloc byte[512];
            return raw.sqlite3_bind_text(Handle, index, near[..Encoding.UTF8.GetBytes(text, near)]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            return raw.sqlite3_bind_text(Handle, index, rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}

internal sealed class SqliteRows(SqliteSession session, SqlText sql, SqliteStatement statement) : SqlRows
{
    public override bool Next()
    {
        var result = raw.sqlite3_step(statement.Handle);
        session.Check(result, sql);
        return result == raw.SQLITE_ROW;
    }

    public override bool IsNull(int column) => raw.sqlite3_column_type(statement.Handle, column) == raw.SQLITE_NULL;

    public override long Integer(int column) => raw.sqlite3_column_int64(statement.Handle, column);

    public override string Text(int column) => raw.sqlite3_column_text(statement.Handle, column).utf8_to_string();

    public override ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(statement.Handle, column);

    protected override void Dispose(bool disposing) => statement.Reset();
}
