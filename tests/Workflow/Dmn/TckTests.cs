using Approvals.Workflow.Dmn.Tck;
using Approvals.Workflow.Tests.Feel;

namespace Approvals.Workflow.Tests.Dmn;

/// <summary>The public DMN Technology Compatibility Kit, where it lies beside the repository.</summary>
public sealed class TckTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Every_case_passes_but_those_of_Java()
    {
        var folder = Repository.FindTck();
        Assert.SkipWhen(folder is null, "The DMN TCK is not here: shared/data/dmn-tck beside the repository.");
        var sources = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => new TckSource(Path.GetRelativePath(folder, path), () => File.ReadAllText(path)))
            .OrderBy(source => source.Path, StringComparer.Ordinal)
            .ToList();
        var outcomes = TckRunner.Run(sources, Now).ToList();
        outcomes
            .Where(outcome => outcome.Verdict == TckVerdict.Error)
            .Select(outcome => $"{outcome.Folder}/{outcome.File} {outcome.CaseId}: {outcome.Message}")
            .ShouldBeEmpty();
        outcomes
            .Where(outcome => outcome.Verdict == TckVerdict.Skipped)
            .ShouldAllBe(outcome => outcome.Folder.Contains("external-java"));
        outcomes.Count.ShouldBeGreaterThan(2_000);
    }

    [Fact]
    public void A_folder_of_cases_is_judged()
    {
        var outcomes = TckRunner
            .Run(
                [
                    new("a/m.dmn", () => TableText.Model("U", "n:number", "r", "<5 -> \"low\" ;; >=5 -> \"high\"")),
                    new("a/m-test-01.xml", () => Tests),
                    new("a/notes.txt", () => throw new InvalidOperationException("Nobody asked for it.")),
                ],
                Now
            )
            .ToList();
        outcomes
            .Select(outcome => outcome.ToCsv())
            .ShouldBe([
                "\"a\",\"m-test-01\",\"1\",\"SUCCESS\",\"\"",
                "\"a\",\"m-test-01\",\"2\",\"ERROR\",\"d: expected \"\"high\"\", actual \"\"low\"\"\"",
                "\"a\",\"m-test-01\",\"3\",\"ERROR\",\"The model has no 'e'.\"",
            ]);
    }

    private const string Tests = """
        <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase"
                   xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <modelName>m.dmn</modelName>
          <testCase id="1">
            <inputNode name="n"><value xsi:type="xsd:decimal">3</value></inputNode>
            <resultNode name="d" type="decision"><expected><value xsi:type="xsd:string">low</value></expected></resultNode>
          </testCase>
          <testCase id="2">
            <inputNode name="n"><value xsi:type="xsd:decimal">3</value></inputNode>
            <resultNode name="d" type="decision"><expected><value xsi:type="xsd:string">high</value></expected></resultNode>
          </testCase>
          <testCase id="3">
            <resultNode name="e" type="decision"><expected><value xsi:type="xsd:string">high</value></expected></resultNode>
          </testCase>
        </testCases>
        """;
}
