using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Tests.Feel;

namespace Approvals.Workflow.Tests.Bpmn.Schema;

/// <summary>The reader's own table of the schema against the published schema files.</summary>
public sealed class SchemaTests
{
    private const string Absent = "The schema files are not here: npm ci in perf/peers.";
    private const int Seeds = 3;

    [Fact]
    public void Every_model_of_the_repository_is_judged_as_the_published_schema_does()
    {
        Assert.SkipWhen(PublishedSchema.IsAbsent, Absent);

        foreach (var (name, xml) in BpmnFiles.WellFormed)
        {
            Compare(name, xml);
        }
    }

    [Fact]
    public void Spoiled_models_are_judged_as_the_published_schema_does()
    {
        Assert.SkipWhen(PublishedSchema.IsAbsent, Absent);

        foreach (var (name, xml) in BpmnFiles.WellFormed)
        {
            for (var seed = name.Length; seed < name.Length + Seeds; seed++)
            {
                var spoiled = new BpmnMutation(seed).Apply(xml);
                Compare($"{name}, seed {seed}", spoiled);
            }
        }
    }

    private static void Compare(string name, string xml)
    {
        // A reference to nothing is for our rules of references, with a better sentence; the root decides whether it is BPMN at all.
        var theirs = PublishedSchema
            .Complaints(xml)
            .Where(each => !each.Contains("undeclared ID", StringComparison.Ordinal))
            .ToList();
        var ours = BpmnReader
            .Read(xml, BpmnRules.Structure)
            .Problems.Where(each =>
                each.Rule == "id.unique"
                || each.Rule.StartsWith("schema.", StringComparison.Ordinal)
                || each.Rule.StartsWith("xml", StringComparison.Ordinal)
            )
            .ToList();
        if (ours.Count == 0 != (theirs.Count == 0))
        {
            Assert.Fail($"{name}\nours: {string.Join('\n', ours)}\ntheirs: {string.Join('\n', theirs)}\n{xml}");
        }
    }
}

/// <summary>Every BPMN text that the repository has: models and fixtures, right and wrong ones.</summary>
internal static class BpmnFiles
{
    public static IReadOnlyList<(string Name, string Xml)> All { get; } =
    [
        .. Folders()
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.bpmn", SearchOption.AllDirectories))
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path))),
        .. RuleCase.All.Select(pair => (pair.Key + " wrong", pair.Value.Wrong)),
        .. RuleCase.All.Select(pair => (pair.Key + " right", pair.Value.Right)),
    ];

    public static IEnumerable<(string Name, string Xml)> WellFormed =>
        All.Where(each => !each.Name.StartsWith("xml", StringComparison.Ordinal) && each.Name != "schema.root wrong");

    private static IEnumerable<string> Folders() =>
        new[] { "workflows", "tests/Workflow", "perf/Models" }
            .Select(folder => Path.Combine([Repository.Root, .. folder.Split('/')]))
            .Where(Directory.Exists);
}
