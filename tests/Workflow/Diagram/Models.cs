using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Approvals.Workflow.Diagram;

namespace Approvals.Workflow.Tests.Diagram;

/// <summary>The models beside these tests, and texts that were looked at and approved.</summary>
internal static class Models
{
    public static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder(), "Models", name + ".bpmn"));

    public static BpmnDiagram Diagram(string name) => DiagramReader.Read(Text(name));

    /// <summary>The same model without its drawing.</summary>
    public static BpmnDiagram Laid(string name)
    {
        var xml = XDocument.Parse(Text(name));
        xml.Root!.Elements().Where(e => e.Name.LocalName == "BPMNDiagram").Remove();
        return DiagramReader.Read(xml.ToString());
    }

    /// <summary>Compares with <c>Verified/name</c>; with ACCEPT=1 in the environment the file is written instead.</summary>
    public static void ShouldBeVerified(string actual, string name)
    {
        var path = Path.Combine(Folder(), "Verified", name);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        actual.ShouldBe(File.ReadAllText(path));
    }

    /// <summary>The hygiene licence of the public pages, in review.</summary>
    public static readonly DiagramState InReview = new(
        "流程图：公共场所卫生许可",
        "收件取号、受理、现场核查、检验检测已完成，现在在审查，之后是决定、送达。"
    )
    {
        Elements = new Dictionary<string, ElementState>
        {
            ["start"] = new(Progress.Done, "09-16"),
            ["accept"] = new(Progress.Done, "09-17", "窗口 12 林晓芸"),
            ["complete"] = new(Progress.Done),
            ["correct"] = new(Progress.Skipped),
            ["fork"] = new(Progress.Done),
            ["visit"] = new(Progress.Done, "09-21 · 2 名核查员"),
            ["lab"] = new(Progress.Done, "09-22 至 10-09", "停表 8 个工作日"),
            ["join"] = new(Progress.Done),
            ["review"] = new(Progress.Now, "10-12 起", "卫健委 许文清"),
            ["decide"] = new(Progress.Todo, "待办"),
            ["deliver"] = new(Progress.Todo, "电子证照"),
        },
        TakenFlows = new HashSet<string> { "f1", "f2", "f4", "f5", "f6", "f7", "f8", "f9" },
    };
}
