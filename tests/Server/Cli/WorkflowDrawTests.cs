using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Approvals.Server.Tests.Cli;

public sealed class WorkflowDrawTests : IDisposable
{
    private const string NotExecutable =
        """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s"/><complexGateway id="g" name="受理"/><sequenceFlow id="f" sourceRef="s" targetRef="g"/></process></definitions>""";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("approvals-draw-");

    private static string Committed => Path.Combine(AppContext.BaseDirectory, "workflows", "committed.bpmn");

    private string Svg => Path.Combine(folder.FullName, "out.svg");

    [Fact]
    public async Task A_file_becomes_a_picture_of_its_own()
    {
        var said = (await Shell.RunAsync("workflow", "draw", Committed, "-o", Svg)).ShouldSucceed();
        said.Output.ShouldContain("39 shapes, 42 connections.");
        var svg = XDocument.Load(Svg).Root!;
        svg.Name.LocalName.ShouldBe("svg");
        svg.Value.ShouldContain("不予受理");
    }

    [Fact]
    public async Task A_model_that_cannot_run_is_drawn_too_and_the_result_is_told_as_JSON()
    {
        var said = await Shell.RunAsync(
            "workflow",
            "draw",
            await FileOf(NotExecutable, Encoding.UTF8),
            "-o",
            Svg,
            "--json"
        );
        var result = said.ShouldSucceed().Json;
        result.GetProperty("shapes").GetInt32().ShouldBe(2);
        result.GetProperty("laidOut").GetBoolean().ShouldBeTrue();
        result.GetProperty("undrawn").ValueKind.ShouldBe(JsonValueKind.Array);
        File.Exists(Svg).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_in_GBK_is_drawn_and_written_back_in_UTF_8()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;
        var file = await FileOf("<?xml version=\"1.0\" encoding=\"GBK\"?>\n" + NotExecutable, gbk);
        (await Shell.RunAsync("workflow", "draw", file, "-o", Svg)).ShouldSucceed();
        XDocument.Load(Svg).Root!.Value.ShouldContain("受理");

        var back = (await Shell.RunAsync("workflow", "roundtrip", file)).ShouldSucceed();
        back.Output.ShouldStartWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions");
        back.Output.ShouldContain("name=\"受理\"");
    }

    [Fact]
    public async Task Our_own_model_is_written_back_byte_for_byte()
    {
        var back = (await Shell.RunAsync("workflow", "roundtrip", Committed)).ShouldSucceed();
        back.Output.ShouldBe(await File.ReadAllTextAsync(Committed, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("draw")]
    [InlineData("roundtrip")]
    public async Task What_cannot_be_read_is_said_in_a_sentence(string command)
    {
        string[] more = command == "draw" ? ["-o", Svg] : [];
        (await Shell.RunAsync(["workflow", command, "none.bpmn", .. more])).ShouldFail(1, "There is no file");

        var broken = await FileOf("<?xml version=\"1.0\"?>\n<definitions>\n", Encoding.UTF8);
        (await Shell.RunAsync(["workflow", command, broken, .. more])).ShouldFail(
            1,
            "model.bpmn:2:2: The root is <definitions>"
        );

        var bomb = await FileOf("<!DOCTYPE d [<!ENTITY a 'b'>]><d>&a;</d>", Encoding.UTF8);
        (await Shell.RunAsync(["workflow", command, bomb, .. more])).ShouldFail(1, "declares a document type");
        File.Exists(Svg).ShouldBeFalse();
    }

    [Fact]
    public async Task A_plane_that_is_not_there_and_a_missing_output_are_said()
    {
        (await Shell.RunAsync("workflow", "draw", Committed, "-o", Svg, "--plane", "sub")).ShouldFail(
            1,
            "It has: committed."
        );
        (await Shell.RunAsync("workflow", "draw", Committed)).ShouldFail(2, "--output");
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<string> FileOf(string content, Encoding encoding)
    {
        var path = Path.Combine(folder.FullName, "model.bpmn");
        await File.WriteAllBytesAsync(path, encoding.GetBytes(content), TestContext.Current.CancellationToken);
        return path;
    }
}
