using System.Reflection;
using Approvals.Kernel.Store.Sqlite;

namespace Approvals.Kernel.Store;

/// <summary>
/// The numbered SQL scripts of one room (<c>001-….sql</c>, embedded as resources below <c>…Schema</c>), applied in
/// order, each once and in its own transaction; numbers may have gaps, and one that is added in a gap runs where it is missing. The
/// scripts own the schema; nothing else creates or alters a table.
/// </summary>
public sealed class SchemaScripts(string room, Assembly assembly, string resourcePrefix)
{
    private static readonly SqlText Applied = new("SELECT version FROM schema_script WHERE room = ?1");
    private static readonly SqlText Record = new("INSERT INTO schema_script (room, version, name) VALUES (?1, ?2, ?3)");

    public void Apply(SqliteSession session)
    {
        session.RunScript(
            """
            CREATE TABLE IF NOT EXISTS schema_script (
              room TEXT NOT NULL, version INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (room, version)
            ) WITHOUT ROWID, STRICT;
            """
        );
        var applied = session.QueryIntegers(Applied, room).ToHashSet();
        foreach (var resource in Resources())
        {
            var name = resource[(resourcePrefix.Length + 1)..];
            var version = int.Parse(name.AsSpan(0, 3), provider: null);
            if (applied.Contains(version))
            {
                continue;
            }

            session.RunScript("BEGIN IMMEDIATE");
            try
            {
                session.RunScript(Read(resource));
                session.Execute(Record, room, version, name);
                session.RunScript("COMMIT");
            }
            catch (StoreException) when (!session.IsIdle)
            {
                session.RunScript("ROLLBACK");
                throw;
            }
        }
    }

    private IEnumerable<string> Resources() =>
        assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(resourcePrefix + ".", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private string Read(string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
