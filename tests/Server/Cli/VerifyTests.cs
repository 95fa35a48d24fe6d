using Microsoft.Data.Sqlite;

namespace Approvals.Server.Tests.Cli;

[Collection(OneCase.Name)]
public sealed class VerifyTests(OneCaseFolder folder)
{
    [Fact]
    public async Task An_untouched_folder_has_no_differences()
    {
        var data = folder.Copy();
        var said = await Shell.RunAsync("verify", "--data", data);
        said.ShouldSucceed().Output.ShouldEndWith(": 0 differences.\n");

        var result = (await Shell.RunAsync("verify", "--data", data, "--json")).ShouldSucceed().Json;
        result.GetProperty("records").GetInt32().ShouldBeGreaterThan(5);
        // That of the case and those of the demonstration's tenders.
        result.GetProperty("tables").GetProperty("process_scope").GetInt32().ShouldBeGreaterThan(4);
        result.GetProperty("tables").GetProperty("tender").GetInt32().ShouldBeGreaterThan(4);
        result.GetProperty("tables").GetProperty("case_row").GetInt32().ShouldBe(1);
        result.GetProperty("documents").GetInt32().ShouldBeGreaterThan(3);
        result.GetProperty("faults").GetArrayLength().ShouldBe(0);
    }

    /// <summary>One changed byte or value, and the words of the sentence that must find it; {key} stands for the row's.</summary>
    [Theory]
    [InlineData(
        "journal",
        "data",
        "stream || ':' || version",
        "type = 'case.accepted'",
        "Record {1} of stream {0} (case.accepted)"
    )]
    [InlineData(
        "journal",
        "data",
        "stream || ':' || version",
        "type = 'workflow.instance' AND version = 1",
        "Record {1} of stream {0} (workflow.instance)"
    )]
    [InlineData(
        "journal",
        "leaf",
        "stream || ':' || version",
        "type = 'case.submitted'",
        "Record {1} of stream {0} (case.submitted)"
    )]
    [InlineData("process_scope", "data", "key", "true", "process_scope {0}: data is X'")]
    [InlineData("case_row", "applicant_name", "key", "true", "case_row {0}: applicant_name is '")]
    [InlineData("case_row", "stage", "key", "true", "case_row {0}: stage is '")]
    [InlineData("user_task", "key", "key", "state = 0", "user_task {0}: the row is missing.")]
    [InlineData("user_task", "assignee", "key", "state = 0", "user_task {0}: assignee is 'p:1'")]
    [InlineData("clock", "due_day", "instance", "id = 'promised'", "clock {0} promised: due_day is '")]
    [InlineData(
        "document",
        "bytes",
        "id",
        "name = 'form.json'",
        "Document {0} (form.json) is not what its digest says."
    )]
    public async Task A_changed_byte_is_found_and_named(
        string table,
        string column,
        string key,
        string where,
        string sentence
    )
    {
        var data = folder.Copy();
        var found = Tamper(Path.Combine(data, "platform.db"), table, column, key, where).Split(':');

        var said = await Shell.RunAsync("verify", "--data", data);

        said.ShouldFail(1, string.Format(provider: null, sentence, [.. found]));
    }

    [Fact]
    public async Task A_changed_blob_and_a_missing_one_are_found()
    {
        var data = folder.Copy();
        var blobs = BlobsOfDocuments(data);
        blobs.Count.ShouldBeGreaterThan(1);
        var bytes = await File.ReadAllBytesAsync(blobs[0], TestContext.Current.CancellationToken);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(blobs[0], bytes, TestContext.Current.CancellationToken);
        File.Delete(blobs[1]);

        var said = await Shell.RunAsync("verify", "--data", data);

        said.ShouldFail(1, "is not what its digest says.");
        said.Errors.ShouldContain("can't be read");
    }

    /// <summary>Files of the documents that are too long to stand in the database.</summary>
    private static List<string> BlobsOfDocuments(string data)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "platform.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT DISTINCT lower(hex(blob)) FROM document WHERE blob IS NOT NULL ORDER BY 1";
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        while (rows.Read())
        {
            var name = rows.GetString(0);
            found.Add(Path.Combine(data, "blobs", name[..2], name[2..]));
        }

        return found;
    }

    [Fact]
    public async Task A_folder_without_a_platform_and_a_file_that_is_none_are_said()
    {
        var none = folder.NewPath("none");
        (await Shell.RunAsync("verify", "--data", none)).ShouldFail(1, $"There is no platform in {none}.");

        Directory.CreateDirectory(none);
        await File.WriteAllTextAsync(
            Path.Combine(none, "platform.db"),
            "no database",
            TestContext.Current.CancellationToken
        );
        (await Shell.RunAsync("verify", "--data", none)).ShouldFail(1, "not a database");
    }

    /// <summary>Changes one bit of a blob, one digit of a number, one letter of a text; gives the key of the row it changed.</summary>
    private static string Tamper(string database, string table, string column, string key, string where)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var select = connection.CreateCommand();
        select.CommandText = $"SELECT rowid, {key}, {column} FROM {table} WHERE {where} LIMIT 1";
        if (table == "clock")
        {
            select.CommandText = $"SELECT id, {key}, {column} FROM {table} WHERE {where} LIMIT 1";
        }

        object id;
        string found;
        object changed;
        using (var row = select.ExecuteReader())
        {
            row.Read().ShouldBeTrue();
            id = row.GetValue(0);
            found = row.GetValue(1).ToString()!;
            changed = row.GetValue(2) switch
            {
                byte[] bytes => Flip(bytes),
                long number => number ^ 1,
                string text => Flip(text),
                _ => "p:1",
            };
        }

        using var update = connection.CreateCommand();
        update.CommandText =
            $"UPDATE {table} SET {column} = $changed WHERE {(table == "clock" ? "id" : "rowid")} = $id";
        update.Parameters.AddWithValue("$changed", changed);
        update.Parameters.AddWithValue("$id", id);
        update.ExecuteNonQuery().ShouldBe(1);
        return found;
    }

    private static byte[] Flip(byte[] bytes)
    {
        bytes[bytes.Length / 2] ^= 1;
        return bytes;
    }

    private static string Flip(string text) => text[..^1] + (char)(text[^1] ^ 1);
}
