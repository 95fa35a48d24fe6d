using System.Text.Json;

namespace Approvals.Server.Tests.Cli;

public sealed class WorkflowRunTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("approvals-run-");

    private static string Committed => Path.Combine(AppContext.BaseDirectory, "workflows", "committed.bpmn");

    [Fact]
    public async Task A_file_runs_and_traces_as_JSON_lines()
    {
        var ran = await Shell.RunAsync("workflow", "run", Committed, "--unbound", "complete", "--trace", "--json");
        var lines = ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBeGreaterThan(1);
        lines.ShouldAllBe(line => JsonSerializer.Deserialize<JsonElement>(line).ValueKind == JsonValueKind.Object);
        ran.Code.ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_is_missing_or_no_BPMN_is_named_with_its_line()
    {
        (await Shell.RunAsync("workflow", "run", "none.bpmn")).ShouldFail(1, "There is no file");

        var broken = Path.Combine(folder.FullName, "broken.bpmn");
        await File.WriteAllTextAsync(
            broken,
            "<?xml version=\"1.0\"?>\n<definitions>\n  <process>\n",
            TestContext.Current.CancellationToken
        );
        (await Shell.RunAsync("workflow", "run", broken)).ShouldFail(1, "broken.bpmn:");
    }

    [Theory]
    [InlineData("--variables", "[]", "The variables are not a JSON object.")]
    [InlineData("--process", "nobody", "The file has no process 'nobody'.")]
    [InlineData("--unbound", "perhaps", "perhaps")]
    [InlineData("--max-steps", "many", "many")]
    public async Task Options_that_make_no_sense_are_said(string option, string value, string sentence) =>
        (await Shell.RunAsync("workflow", "run", Committed, option, value)).ShouldFail(2, sentence);

    public void Dispose() => folder.Delete(recursive: true);
}
