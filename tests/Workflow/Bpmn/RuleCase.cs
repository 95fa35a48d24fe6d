using Approvals.Workflow.Tests.Feel;

namespace Approvals.Workflow.Tests.Bpmn;

/// <summary>
/// A fixture file: <c>--- wrong</c>, the elements of a process; <c>--- problems</c>, what the reader must say; <c>--- right</c>,
/// the elements mended. Content that begins with <c>&lt;?xml</c>, <c>&lt;bpmn:definitions</c> or <c>&lt;!</c> is a whole file.
/// </summary>
internal sealed record RuleCase(string Wrong, string Problems, string Right)
{
    private const string Before = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:approvals="http://approvals.example/schema/bpmn/1.0" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t"><bpmn:process id="p" isExecutable="true">

        """;

    private const string After = """
        </bpmn:process></bpmn:definitions>
        """;

    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Workflow", "Bpmn", "Rules");

    public static IReadOnlyDictionary<string, RuleCase> All { get; } =
        Directory
            .EnumerateFiles(Folder, "*.txt")
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path)!, path => Parse(File.ReadAllText(path)));

    /// <summary>Puts what the reader says into the file, for a person to read the difference.</summary>
    public static void Rewrite(string name, string problems)
    {
        var path = Path.Combine(Folder, name + ".txt");
        var text = File.ReadAllText(path);
        var from = text.IndexOf("--- problems\n", StringComparison.Ordinal) + "--- problems\n".Length;
        var to = text.IndexOf("--- right", StringComparison.Ordinal);
        File.WriteAllText(path, text[..from] + problems + "\n" + text[to..]);
    }

    private static RuleCase Parse(string text)
    {
        var parts = text.Split("--- ").Skip(1).ToDictionary(part => part.Split('\n')[0].Trim(), Body);
        return new(Xml(parts["wrong"]), parts["problems"].TrimEnd('\n'), Xml(parts["right"]));
    }

    private static string Body(string part) => part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..];

    private static string Xml(string body) =>
        body.StartsWith("<bpmn:definitions", StringComparison.Ordinal)
        || body.StartsWith("<?xml", StringComparison.Ordinal)
        || body.StartsWith("<!", StringComparison.Ordinal)
            ? body
            : Before + body + After;
}
