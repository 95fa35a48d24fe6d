using System.Globalization;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Journal.Refolding;
using Approvals.Kernel.Store;
using Approvals.Kernel.Store.Sqlite;
using Approvals.Server.Seeding;
using Approvals.Server.Storage;

namespace Approvals.Server.Tests.Cli;

/// <summary>
/// Two folders, a seeded city and one with tenders and a case that waits, of which one byte is changed at a time: in every column of every table that follows from the journal, as the schema
/// lists them, and in every column of the journal itself. Each change must be found, with its table and its row.
/// </summary>
[Collection(OneCase.Name)]
public sealed class ByteFlipTests(OneCaseFolder one) : IDisposable
{
    private const int RowsOfColumn = 3;
    private static readonly DateTimeOffset To = new(2026, 10, 12, 17, 0, 0, CivilTime.Offset);
    private static readonly SeedPlan Plan = new(
        20,
        80,
        40,
        To.AddDays(-90),
        To,
        Running: 12,
        Sealed: 2,
        Applicants: 12
    );

    /// <summary>Neither folder has a row of these; the same code compares them.</summary>
    private static readonly string[] Empty =
    [
        "credential",
        "incident",
        "published_message",
        "signal_subscription",
        "user_task_copy",
        "user_task_signer",
    ];

    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("approvals-flip-");
    private readonly Random random = new(20261128);
    private readonly List<string> missed = [];
    private int flips;

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public async Task One_changed_byte_is_found_with_its_table_and_row()
    {
        var folder = new DataFolder(Path.Combine(directory.FullName, "city"));
        await SeedFolder.FillAsync(folder, Plan, "http://localhost", _ => { }, TestContext.Current.CancellationToken);
        var without = Change(folder).Intersect(Change(new DataFolder(one.Copy())));
        without.Order().ShouldBe(Empty);
        flips.ShouldBeGreaterThan(400);
    }

    /// <summary>Gives the tables that have no row to change.</summary>
    private List<string> Change(DataFolder folder)
    {
        using var session = SqliteSession.OpenWriter(folder.Database);
        using var refold = PlatformRefold.Open(session);
        refold.Fold(missed.Add);
        refold.Compare(missed.Add);
        missed.ShouldBeEmpty();

        Texts(session, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
            .Except(PlatformRefold.NotDerived)
            .Order()
            .ShouldBe(refold.Tables.Select(table => table.Name).Order());
        var without = new List<string>();
        foreach (var table in refold.Tables)
        {
            var before = flips;
            Change(session, table, found => refold.Compare(table, found));
            if (flips == before)
            {
                without.Add(table.Name);
            }
        }

        Change(session, new DerivedTable("journal"), found => JournalVerifier.Verify(session, found));
        missed.ShouldBeEmpty();
        return without;
    }

    private void Change(SqliteSession session, DerivedTable table, Action<Action<string>> verify)
    {
        var keys = Texts(session, $"SELECT name FROM pragma_table_info('{table.Name}') WHERE pk > 0");
        var columns = Texts(session, $"SELECT name FROM pragma_table_info('{table.Name}') ORDER BY cid");
        var row = string.Join(" || ' AND ' || ", keys.Select(key => $"'{key} = ' || quote({key})"));
        foreach (var column in columns.Where(column => !table.Except.Contains(column)))
        {
            var places = Texts(
                session,
                $"SELECT {row} FROM {table.Name} WHERE {column} IS NOT NULL AND {table.Where ?? "true"}"
            );
            foreach (var place in places.OrderBy(_ => random.Next()).Take(RowsOfColumn))
            {
                var value = Texts(session, $"SELECT quote({column}) FROM {table.Name} WHERE {place}").Single();
                if (TryPut(session, $"UPDATE {table.Name} SET {column} = {Flip(value)} WHERE {place}"))
                {
                    var found = new List<string>();
                    verify(found.Add);
                    if (!Names(found, table, keys.Contains(column), place))
                    {
                        missed.Add($"{table.Name}.{column} where {place}: [{string.Join("; ", found)}]");
                    }

                    session.RunScript("ROLLBACK");
                    flips++;
                }
            }
        }
    }

    /// <summary>
    /// Whether a sentence names table and row. A changed key has made one row of another: either is named. What the journal says of itself
    /// names stream and version.
    /// </summary>
    private static bool Names(List<string> found, DerivedTable table, bool isKey, string place)
    {
        if (table.Name == "journal")
        {
            return found.Exists(said => said.Contains("stream ", StringComparison.OrdinalIgnoreCase));
        }

        var values = place
            .Split(" AND ")
            .Select(each => each[(each.IndexOf('=', StringComparison.Ordinal) + 2)..].Trim('\''));
        var named = table.Name + " " + string.Join(' ', values) + ":";
        return found.Exists(said =>
            isKey || !table.Key.IsEmpty
                ? said.StartsWith(table.Name + " ", StringComparison.Ordinal)
                : said.StartsWith(named, StringComparison.Ordinal)
        );
    }

    /// <summary>False where the schema itself refuses the change.</summary>
    private static bool TryPut(SqliteSession session, string update)
    {
        session.RunScript("BEGIN");
        try
        {
            session.RunScript(update);
            return true;
        }
        catch (StoreException)
        {
            session.RunScript("ROLLBACK");
            return false;
        }
    }

    /// <summary>The SQL literal with one bit of one byte changed.</summary>
    private string Flip(string literal)
    {
        if (literal.StartsWith("X'", StringComparison.Ordinal))
        {
            return $"X'{Convert.ToHexString(Flip(Convert.FromHexString(literal[2..^1])))}'";
        }

        if (long.TryParse(literal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return (number ^ (1L << random.Next(40))).ToString(CultureInfo.InvariantCulture);
        }

        var text = System.Text.Encoding.UTF8.GetBytes(literal[1..^1].Replace("''", "'", StringComparison.Ordinal));
        return text.Length == 0 ? "'!'" : $"CAST(X'{Convert.ToHexString(Flip(text))}' AS TEXT)";
    }

    private byte[] Flip(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return [1];
        }

        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return bytes;
    }

    private static List<string> Texts(SqlSession session, string query)
    {
        var found = new List<string>();
        using var rows = session.Query(new SqlText(query));
        while (rows.Next())
        {
            found.Add(rows.Text(0));
        }

        return found;
    }
}
