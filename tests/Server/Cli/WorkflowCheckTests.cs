using System.Text.Json;

namespace Approvals.Server.Tests.Cli;

public sealed class WorkflowCheckTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("approvals-check-");

    [Fact]
    public async Task One_line_per_process_says_whether_it_is_valid_and_sound()
    {
        var file = Write(
            "two.bpmn",
            """
            <process id="good"><startEvent id="s" /><endEvent id="e" /><sequenceFlow id="f" sourceRef="s" targetRef="e" /></process>
            <process id="bad"><startEvent id="s2" /><task id="t" /><endEvent id="e2" />
              <sequenceFlow id="f2" sourceRef="s2" targetRef="e2" /><sequenceFlow id="f3" sourceRef="t" targetRef="e2" /></process>
            """
        );
        var ran = await Shell.RunAsync("workflow", "check", file, "--json");
        ran.Code.ShouldBe(0);
        var lines = Lines(ran.Output);
        lines.Select(line => line.GetProperty("process").GetString()).ShouldBe(["good", "bad"]);
        lines[0].GetProperty("soundness").GetProperty("sound").GetBoolean().ShouldBeTrue();
        var bad = lines[1].GetProperty("soundness");
        bad.GetProperty("sound").GetBoolean().ShouldBeFalse();
        bad.GetProperty("deadElements").EnumerateArray().Select(each => each.GetString()).ShouldBe(["t"]);
        // The file is deployed as a whole, and nothing leads to the task.
        lines.ShouldAllBe(line => !line.GetProperty("valid").GetBoolean());
        lines[0].GetProperty("problems")[0].GetProperty("rule").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_counter_example_is_a_list_of_steps()
    {
        var file = Write(
            "unsafe.bpmn",
            """
            <process id="p"><startEvent id="s" /><task id="t" /><endEvent id="e" /><sequenceFlow id="f1" sourceRef="s" targetRef="t" />
              <sequenceFlow id="f2" sourceRef="s" targetRef="t" /><sequenceFlow id="f3" sourceRef="t" targetRef="e" /></process>
            """
        );
        var line = Lines((await Shell.RunAsync("workflow", "check", file, "--json")).Output).ShouldHaveSingleItem();
        var steps = line.GetProperty("soundness").GetProperty("counterExample").EnumerateArray().ToArray();
        steps[0].GetProperty("element").GetString().ShouldBe("s");
        steps[^1].GetProperty("tokens").EnumerateArray().Select(each => each.GetString()).ShouldBe(["f3", "f3"]);
    }

    [Fact]
    public async Task A_file_without_processes_and_one_that_is_no_BPMN_have_their_line_too()
    {
        var empty = await Shell.RunAsync("workflow", "check", Write("empty.bpmn", ""), "--json");
        empty.Code.ShouldBe(0);
        Lines(empty.Output).ShouldHaveSingleItem().GetProperty("process").ValueKind.ShouldBe(JsonValueKind.Null);

        var broken = Path.Combine(folder.FullName, "broken.bpmn");
        await File.WriteAllTextAsync(broken, "<definitions", TestContext.Current.CancellationToken);
        var ran = await Shell.RunAsync("workflow", "check", broken, "none.bpmn", "--json");
        ran.Code.ShouldBe(1);
        var lines = Lines(ran.Output);
        lines.Length.ShouldBe(2);
        lines.ShouldAllBe(line => !line.GetProperty("valid").GetBoolean());
        lines.ShouldAllBe(line => line.GetProperty("soundness").ValueKind == JsonValueKind.Null);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(
            path,
            $"<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"t\">{content}</definitions>"
        );
        return path;
    }

    private static JsonElement[] Lines(string output) =>
        [
            .. output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<JsonElement>(line)),
        ];
}
