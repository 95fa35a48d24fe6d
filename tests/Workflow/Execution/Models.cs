using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Tests.Feel;

namespace Approvals.Workflow.Tests.Execution;

/// <summary>The small models of <c>tests/Workflow/Models</c>, read under the rules of structure.</summary>
internal static class Models
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Workflow", "Models");

    public static IEnumerable<string> Names(string extension) =>
        Directory
            .EnumerateFiles(Folder, "*" + extension)
            .Select(path => Path.GetFileName(path)[..^extension.Length])
            .Order(StringComparer.Ordinal);

    /// <summary>The first process of the file; the others are there to be called.</summary>
    public static ProcessDefinition Read(string name) => ReadAll(name).Processes[0];

    public static Definitions ReadAll(string name) => ParseAll(File.ReadAllText(Path.Combine(Folder, name + ".bpmn")));

    public static Definitions ParseAll(string xml)
    {
        var reading = BpmnReader.Read(xml, BpmnRules.Running);
        reading.Problems.ShouldBeEmpty();
        return reading.Definitions.ShouldNotBeNull();
    }

    public static ProcessDefinition Parse(string xml) => ParseAll(xml).Processes.ShouldHaveSingleItem();
}
