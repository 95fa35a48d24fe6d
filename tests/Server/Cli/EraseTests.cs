using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Approvals.Server.Tests.Cli;

[Collection(OneCase.Name)]
public sealed class EraseTests(OneCaseFolder folder)
{
    [Fact]
    public async Task Bytes_salt_and_name_go_and_everything_still_verifies()
    {
        var data = folder.Copy();
        var id = Scalar(data, "SELECT id FROM document WHERE name = 'applicant.json'");
        Scalar(data, $"SELECT CAST(bytes AS TEXT) FROM document WHERE id = {id}").ShouldContain("陈丽娟");

        (await EraseAsync(data, id)).ShouldSucceed().Output.ShouldContain($"Document {id} is erased.");

        Scalar(data, $"SELECT count(*) FROM document WHERE id = {id} AND salt IS NULL AND bytes IS NULL AND name = '—'")
            .ShouldBe("1");
        var record = Scalar(data, "SELECT CAST(data AS TEXT) FROM journal WHERE type = 'document.erased'");
        JsonSerializer.Deserialize<JsonElement>(record).GetProperty("by").GetString().ShouldBe("档案室");
        (await Shell.RunAsync("verify", "--data", data)).ShouldSucceed();
        (await EraseAsync(data, id)).ShouldFail(1, "was erased already");
        (await EraseAsync(data, "1")).ShouldFail(1, "There is no such document");
    }

    [Fact]
    public async Task A_blob_goes_with_the_last_document_that_has_its_bytes()
    {
        var data = folder.Copy();
        var blob = Scalar(
            data,
            "SELECT lower(hex(blob)) FROM document WHERE blob IS NOT NULL GROUP BY blob HAVING count(*) > 1"
        );
        var file = Path.Combine(data, "blobs", blob[..2], blob[2..]);
        var ids = Scalar(data, $"SELECT group_concat(id) FROM document WHERE lower(hex(blob)) = '{blob}'").Split(',');
        foreach (var id in ids)
        {
            File.Exists(file).ShouldBeTrue();
            (await EraseAsync(data, id)).ShouldSucceed();
        }

        File.Exists(file).ShouldBeFalse();
        (await Shell.RunAsync("verify", "--data", data)).ShouldSucceed();
    }

    [Fact]
    public async Task A_document_that_somebody_emptied_without_a_record_is_found()
    {
        var data = folder.Copy();
        Scalar(data, "UPDATE document SET salt = NULL, bytes = NULL WHERE name = 'form.json'; SELECT 1");
        (await Shell.RunAsync("verify", "--data", data)).ShouldFail(1, "the journal does not say that it was erased");
    }

    private static Task<Answer> EraseAsync(string data, string id) =>
        Shell.RunAsync("erase", id, "--reason", "本人申请", "--by", "档案室", "--data", data);

    private static string Scalar(string data, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "platform.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!.ToString()!;
    }
}
