using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Approvals.Server.Identity;

/// <summary>
/// Brings <c>identity.db</c> to the newest schema: the numbered scripts it does not have yet, in order, each in its own
/// transaction with the number it leads to (<c>PRAGMA user_version</c>).
/// </summary>
public static class AccountSchema
{
    private const string Folder = ".Identity.Schema.";

    public static void Upgrade(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        var version = Version(connection);
        foreach (var (number, script) in Scripts().Where(each => each.Number > version))
        {
            using var transaction = connection.BeginTransaction();
            Run(connection, script);
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version={number};"));
            transaction.Commit();
        }
    }

    private static IEnumerable<(int Number, string Script)> Scripts()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal))
            .Select(name => (Number: NumberOf(name), Script: Read(assembly, name)))
            .OrderBy(each => each.Number);
    }

    private static int NumberOf(string name)
    {
        var file = name[(name.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..];
        return int.Parse(file[..file.IndexOf('.', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static long Version(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version;";
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
