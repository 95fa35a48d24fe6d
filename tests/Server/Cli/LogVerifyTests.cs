namespace Approvals.Server.Tests.Cli;

[Collection(OneCase.Name)]
public sealed class LogVerifyTests(OneCaseFolder folder)
{
    [Fact]
    public async Task A_data_folder_s_log_is_whole_and_continues_itself()
    {
        var data = folder.Copy();
        var checkpoint = Path.Combine(data, "log", "checkpoint");

        (await Shell.RunAsync("log", "verify", data)).ShouldSucceed().Output.ShouldContain("0 differences");
        var key = (
            await File.ReadAllTextAsync(Path.Combine(data, "log", "key"), TestContext.Current.CancellationToken)
        ).Trim();
        var result = (
            await Shell.RunAsync(
                "log",
                "verify",
                Path.Combine(data, "log"),
                "--from",
                checkpoint,
                "--key",
                key,
                "--json"
            )
        )
            .ShouldSucceed()
            .Json;
        result.GetProperty("size").GetInt64().ShouldBeGreaterThan(5);
        result.GetProperty("from").GetInt64().ShouldBe(result.GetProperty("size").GetInt64());
        result.GetProperty("keyGiven").GetBoolean().ShouldBeTrue();
        result.GetProperty("faults").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_time_stamp_of_the_checkpoint_leads_to_the_root()
    {
        var data = folder.Copy();
        var root = Path.Combine(data, "keys", "authority", "root.pem");
        (await Shell.RunAsync("log", "verify", data, "--trust", root, "--json"))
            .ShouldSucceed()
            .Json.GetProperty("stampedAt")
            .GetString()
            .ShouldNotBeNull();

        foreach (var file in Directory.GetFiles(Path.Combine(data, "log", "timestamp")))
        {
            var token = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
            token[^1] ^= 1;
            await File.WriteAllBytesAsync(file, token, TestContext.Current.CancellationToken);
        }

        (await Shell.RunAsync("log", "verify", data, "--trust", root)).ShouldFail(1, "The timestamp of the checkpoint");
        Directory.Delete(Path.Combine(data, "log", "timestamp"), recursive: true);
        (await Shell.RunAsync("log", "verify", data, "--trust", root)).ShouldFail(
            1,
            "The checkpoint has no timestamp."
        );
    }

    [Fact]
    public async Task A_changed_tile_is_named()
    {
        var data = folder.Copy();
        var tile = Path.Combine(data, "log", "tile", "0", "000");
        var bytes = await File.ReadAllBytesAsync(tile, TestContext.Current.CancellationToken);
        bytes[40] ^= 1;
        await File.WriteAllBytesAsync(tile, bytes, TestContext.Current.CancellationToken);

        (await Shell.RunAsync("log", "verify", data)).ShouldFail(1, "do not lead to the root of the checkpoint");
        (await Shell.RunAsync("verify", "--data", data)).ShouldFail(
            1,
            "Record 2 of the journal is not the one that was published."
        );
    }

    [Fact]
    public async Task A_stranger_s_key_and_a_folder_without_a_log_are_said()
    {
        var data = folder.Copy();
        (await Shell.RunAsync("log", "verify", data, "--key", "nonsense")).ShouldFail(2, "is no verifier key");
        (await Shell.RunAsync("log", "verify", folder.NewPath("nothing"))).ShouldFail(1, "There is no log in");
        (await Shell.RunAsync("log", "verify", data, "--from", folder.NewPath("none"))).ShouldFail(
            1,
            "There is no file"
        );
    }
}
