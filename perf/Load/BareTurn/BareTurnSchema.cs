using Approvals.Kernel.Store;

namespace Approvals.Load.BareTurn;

/// <summary>The five kinds of rows that a turn writes, in the shapes of the platform, without an engine on top.</summary>
internal static class BareTurnSchema
{
    public const string Script = """
        CREATE TABLE IF NOT EXISTS state (key INTEGER PRIMARY KEY, version INTEGER NOT NULL, data BLOB NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS task (
          key INTEGER PRIMARY KEY, instance INTEGER NOT NULL, element TEXT NOT NULL, grp TEXT NOT NULL,
          state INTEGER NOT NULL, created INTEGER NOT NULL, completed INTEGER
        ) STRICT;
        CREATE INDEX IF NOT EXISTS task_open ON task (grp, created) WHERE state = 0;
        CREATE TABLE IF NOT EXISTS case_row (
          key INTEGER PRIMARY KEY, number TEXT NOT NULL, step TEXT NOT NULL, updated INTEGER NOT NULL
        ) STRICT;
        """;

    public static readonly SqlText PutState = new(
        "INSERT INTO state (key, version, data) VALUES (?1, ?2, ?3) ON CONFLICT (key) DO UPDATE SET version = ?2, data = ?3"
    );

    public static readonly SqlText ReadVersion = new("SELECT version FROM state WHERE key = ?1");

    public static readonly SqlText AddTask = new(
        "INSERT INTO task (key, instance, element, grp, state, created) VALUES (?1, ?2, ?3, ?4, 0, ?5)"
    );

    public static readonly SqlText CloseTask = new("UPDATE task SET state = 1, completed = ?2 WHERE key = ?1");

    public static readonly SqlText AddCase = new(
        "INSERT INTO case_row (key, number, step, updated) VALUES (?1, ?2, ?3, ?4)"
    );

    public static readonly SqlText MoveCase = new("UPDATE case_row SET step = ?2, updated = ?3 WHERE key = ?1");
}
