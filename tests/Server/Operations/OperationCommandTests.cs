using System.Globalization;
using System.Net;
using System.Text.Json;
using Approvals.Kernel.Folders;
using Approvals.Server.Pipeline;
using Approvals.Server.Tests.Cli;

namespace Approvals.Server.Tests.Operations;

/// <summary>The commands of an operator, with a server that holds the folder and without one.</summary>
[Collection(OneCase.Name)]
public sealed class OperationCommandTests(OneCaseFolder folder) : IDisposable
{
    private readonly DirectoryInfo files = Directory.CreateTempSubdirectory("approvals-operate-");

    public void Dispose() => files.Delete(recursive: true);

    [Fact]
    public async Task A_server_does_what_its_operator_asks()
    {
        var data = folder.Copy();
        await using var server = await RunningServer.StartAsync(data, "--clock", "manual");
        (await Lines("deploy", File("ops.bpmn", OperationModels.Of()), "--data", data))
            .ShouldHaveSingleItem()
            .GetProperty("version")
            .GetInt32()
            .ShouldBe(1);

        (await Lines("publish", "order", "--data", data, "--variables", """{"way":"off"}""")).Count.ShouldBe(1);
        var key = await InstanceAsync(data, "work");
        var explained = (await Lines("explain", key, "--data", data)).Single();
        explained.GetProperty("sentences")[0].GetString()!.ShouldContain("waits for the clerks of");
        explained.GetProperty("waiting").GetProperty("tokens")[0].GetProperty("element").GetString().ShouldBe("work");

        (await Lines("instances", "--stalled", "--process", "ops", "--data", data)).ShouldBeEmpty();
        (await Shell.RunAsync("clock", "advance", "2d", "--data", data)).ShouldSucceed();
        (await Lines("instances", "--stalled", "--process", "ops", "--data", data))
            .ShouldHaveSingleItem()
            .GetProperty("element")
            .GetString()
            .ShouldBe("work");

        // An exclusive gateway without a way out is an incident; tried again with nothing changed it is one again.
        var plan = File("plan.json", """{"reason":"补录","activate":[{"element":"which"}],"terminate":["work"]}""");
        (await Lines("modify", key, "--plan", plan, "--data", data))
            .Single()
            .GetProperty("incidents")
            .GetInt32()
            .ShouldBe(1);
        var incident = (await Lines("incidents", "--process", "ops", "--data", data)).ShouldHaveSingleItem();
        incident.GetProperty("element").GetString().ShouldBe("which");
        var retried = (
            await Lines("retry", "--incident", incident.GetProperty("incident").GetString()!, "--data", data)
        ).Single();
        retried.GetProperty("retried").GetInt32().ShouldBe(1);
        retried.GetProperty("again").GetInt32().ShouldBe(1);
        (await Lines("retry", "--all", "--data", data)).Single().GetProperty("found").GetInt32().ShouldBe(1);

        (await Run("signal", "flood", "--data", data)).ShouldFail(1, "Nobody listens to the signal “flood” now.");
        (await Run("suspend", key, "--reason", " ", "--data", data)).ShouldFail(1, "Give a reason");
        (await Lines("cancel", key, "--reason", "测试结束", "--data", data)).Count.ShouldBe(1);
        (await Lines("instances", "--process", "ops", "--ended", "--data", data))
            .ShouldHaveSingleItem()
            .GetProperty("state")
            .GetString()
            .ShouldBe("canceled");
        (await Shell.RunAsync("verify", "--data", data)).ShouldSucceed();
        (await server.StopAsync()).ShouldBe(0);
        ControlFile.Read(new DataFolder(data)).ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_server_the_folder_is_opened()
    {
        var data = folder.Copy();
        var reviewing = await InstanceAsync(data, "review");
        (await Lines("suspend", reviewing, "--reason", "停电", "--data", data)).Count.ShouldBe(1);
        (await Run("suspend", reviewing, "--reason", "停电", "--data", data)).ShouldFail(
            1,
            "The instance is suspended"
        );
        (await Lines("explain", reviewing, "--data", data))
            .Single()
            .GetProperty("state")
            .GetString()
            .ShouldBe("suspended");
        (await Lines("resume", reviewing, "--reason", "来电", "--data", data)).Count.ShouldBe(1);
        (await Run("resume", reviewing, "--reason", "来电", "--data", data)).ShouldFail(
            1,
            "The instance is not suspended"
        );

        (await Run("explain", "77", "--data", data)).ShouldFail(1, "no");
        (await Run("retry", "--incident", "77", "--data", data)).ShouldFail(1, "There is no open incident 77.");
        (await Run("publish", "order", "--variables", "[1]", "--data", data)).ShouldFail(1, "one JSON object");
        (await Lines("publish", "order", "--ttl", "P1D", "--id", "a", "--data", data)).Count.ShouldBe(1);
        (await Run("publish", "order", "--ttl", "P1D", "--id", "a", "--data", data)).ShouldFail(
            1,
            "is already published"
        );
        (await Shell.RunAsync("verify", "--data", data)).ShouldSucceed();
    }

    [Fact]
    public async Task A_migration_is_tried_before_it_is_done()
    {
        var data = folder.Copy();
        var definition = Path.Combine(AppContext.BaseDirectory, "workflows", "committed.bpmn");
        var old = await System.IO.File.ReadAllTextAsync(definition, TestContext.Current.CancellationToken);
        var renamed = File(
            "committed.bpmn",
            old.Replace("\"review\"", "\"examine\"", StringComparison.Ordinal)
                .Replace(">review<", ">examine<", StringComparison.Ordinal)
        );
        var deployed = (await Lines("deploy", renamed, "--data", data)).ShouldHaveSingleItem();
        deployed.GetProperty("version").GetInt32().ShouldBe(2);
        var process = deployed.GetProperty("process").GetString()!;

        var plain = File("plain.json", $$"""{"process":"{{process}}"}""");
        var refused = await Lines("migrate", "--plan", plain, "--dry-run", "--data", data);
        refused[^1].GetProperty("total").GetInt32().ShouldBe(1);
        refused[^1].GetProperty("movable").GetInt32().ShouldBe(0);
        refused.Exists(line => line.TryGetProperty("hindrance", out _)).ShouldBeTrue();
        refused[0].GetProperty("standing").GetProperty("element").GetString().ShouldBe("review");

        var mapped = File("mapped.json", $$$"""{"process":"{{{process}}}","elements":{"review":"examine"}}""");
        (await Lines("migrate", "--plan", mapped, "--dry-run", "--data", data))[^1]
            .GetProperty("movable")
            .GetInt32()
            .ShouldBe(1);
        await InstanceAsync(data, "review");
        (await Lines("migrate", "--plan", mapped, "--data", data))[^1].GetProperty("moved").GetInt32().ShouldBe(1);
        var key = await InstanceAsync(data, "examine");

        var plan = File(
            "plan.json",
            """{"reason":"走错了","activate":[{"element":"accept"}],"terminate":["examine"]}"""
        );
        var preview = (await Lines("modify", key, "--plan", plan, "--dry-run", "--data", data)).Single();
        preview.GetProperty("entered")[0].GetString().ShouldBe("accept");
        preview.GetProperty("ended")[0].GetString().ShouldBe("examine");
        await InstanceAsync(data, "examine");
        (await Run("modify", key, "--plan", File("bad.json", """{"reasons":1}"""), "--data", data)).ShouldFail(
            1,
            "The plan can't be read"
        );
        (await Shell.RunAsync("verify", "--data", data)).ShouldSucceed();
    }

    [Fact]
    public async Task Only_who_knows_the_token_is_heard()
    {
        var data = folder.Copy();
        await using var server = await RunningServer.StartAsync(data);
        if (!OperatingSystem.IsWindows())
        {
            System
                .IO.File.GetUnixFileMode(Path.Combine(data, "server.json"))
                .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        using var client = new HttpClient { BaseAddress = new Uri(server.Url) };
        using var answer = await client.PostAsync(
            ControlEndpoints.OperationPath,
            new StringContent("""{"operation":"instances"}"""),
            TestContext.Current.CancellationToken
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Shell.RunAsync("clock", "advance", "3d", "--data", data)).ShouldFail(1, "follows the system's clock");
    }

    [Fact]
    public async Task What_makes_no_sense_is_said()
    {
        var data = folder.NewPath("none");
        (await Run("instances", "--data", data)).ShouldFail(1, "There is no platform in");
        (await Run("retry", "--data", data)).ShouldFail(2, "Say which incidents");
        (await Run("publish", "x", "--ttl", "soon", "--data", data)).ShouldFail(2, "'soon' is no duration");
        (await Run("deploy", File("a.bpmn", "<a/>"), "--from", "soon", "--data", data)).ShouldFail(
            2,
            "'soon' is no date"
        );
        (await Run("deploy", File("b.bpmn", "<a/>"), "--data", folder.Copy())).ShouldFail(1, "b.bpmn(");
        (await Run("migrate", "--plan", files.FullName + "/none.json", "--data", data)).ShouldFail(2, "can't be read");
    }

    private static Task<Answer> Run(params string[] arguments) => Shell.RunAsync(["workflow", .. arguments]);

    private static async Task<List<JsonElement>> Lines(params string[] arguments) =>
        [
            .. (await Run([.. arguments, "--json"]))
                .ShouldSucceed()
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<JsonElement>(line)),
        ];

    private string File(string name, string text)
    {
        var path = Path.Combine(files.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>The key of the one instance that stands at the element; what was published arrives after its commit.</summary>
    private static async Task<string> InstanceAsync(string data, string element)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            if (await Lines("instances", "--element", element, "--data", data) is [var found])
            {
                return found.GetProperty("instance").GetString()!;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"No instance came to {element}."));
    }
}
