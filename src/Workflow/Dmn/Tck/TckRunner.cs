using Approvals.Workflow.Dmn.Xml;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Tck;

/// <summary>
/// Runs the cases of the public DMN Technology Compatibility Kit: each `testCases` file beside the models of its folder. A
/// case passes when every one of its result nodes has the expected value.
/// </summary>
public static class TckRunner
{
    /// <summary>In the order of the sources. <paramref name="now"/> is the moment the models see.</summary>
    public static IEnumerable<TckOutcome> Run(IReadOnlyList<TckSource> sources, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(sources);
        foreach (var folder in sources.GroupBy(source => source.Folder, StringComparer.Ordinal))
        {
            var models = new TckModels([.. folder.Where(source => HasEnding(source, ".dmn"))]);
            foreach (var tests in folder.Where(source => HasEnding(source, ".xml")))
            {
                foreach (var outcome in RunFile(tests, models, now))
                {
                    yield return outcome;
                }
            }
        }
    }

    private static bool HasEnding(TckSource source, string ending) =>
        source.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<TckOutcome> RunFile(TckSource tests, TckModels models, DateTimeOffset now)
    {
        var root = DmnTree.Read(tests.Read(), new ReadingProblems());
        if (root is null || root.Name != "testCases")
        {
            yield break;
        }

        var file = tests.File[..^".xml".Length];
        var (model, fault) = models.Find(root.Child("modelName")?.Text.Trim() ?? "");
        foreach (var test in root.All("testCase"))
        {
            var id = test["id"] ?? test["name"] ?? "";
            var (verdict, message) = model is null
                ? (TckVerdict.Error, fault)
                : new TckCase(test, model).Run(new FeelEnvironment { Now = now });
            yield return new TckOutcome(tests.Folder, file, id, verdict, message);
        }
    }
}
