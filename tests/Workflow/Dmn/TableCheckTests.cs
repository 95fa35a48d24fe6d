using Approvals.Workflow.Dmn.Checking;
using Approvals.Workflow.Feel;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Workflow.Tests.Dmn;

/// <summary>
/// Gaps, overlaps and unreachable rules by example: each row of Cases/checks.txt is
/// `policy | inputs | outputs | rules | findings`; and against plain trying out.
/// </summary>
public sealed class TableCheckTests
{
    private const string Grade =
        "<itemDefinition name='tGrade'><typeRef>string</typeRef><allowedValues><text>\"A\", \"B\"</text></allowedValues></itemDefinition>";

    public static TheoryData<int, string> Rows() => CaseFile.Rows("checks.txt");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_has_its_findings(int line, string row)
    {
        var cells = (row + " ").Split(" | ");
        var model = Models.Compile(TableText.Model(cells[0], cells[1], cells[2], cells[3].TrimEnd(' ', '|'), Grade));
        var check = model.CheckTables().ShouldHaveSingleItem();
        var actual = check.Undecided is null ? string.Join(" ;; ", check.Findings.Select(Describe)) : "undecided";
        actual.ShouldBe(cells.Length > 4 ? cells[4].Trim() : "", $"checks.txt:{line}: {row}");
    }

    /// <summary>Two columns of small whole numbers, where every input can be tried.</summary>
    [Fact]
    public void Findings_agree_with_trying_every_input() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(150),
            Prop.ForAll(
                Tables.ToArbitrary(),
                rules =>
                {
                    var model = Models.Compile(
                        TableText.Model("U", "n:number{0,1,2,3,4,5} & m:number{0,1,2,3,4,5}", "r", rules)
                    );
                    var check = model.CheckTables().Single();
                    check.Undecided.ShouldBeNull();
                    var matches = Inputs().ToDictionary(input => input, input => Matching(rules, input.N, input.M));
                    check
                        .Findings.Any(finding => finding.Kind == TableFindingKind.Gap)
                        .ShouldBe(matches.Values.Any(each => each.Count == 0), rules);
                    var pairs = from match in matches.Values from a in match from b in match where a < b select (a, b);
                    check
                        .Findings.Where(finding => finding.Kind == TableFindingKind.Overlap)
                        .Select(finding => (finding.Rules[0] - 1, finding.Rules[1] - 1))
                        .Order()
                        .ShouldBe(pairs.Distinct().Order(), rules);
                    foreach (var finding in check.Findings.Where(each => each.Example.Count == 2))
                    {
                        var example = (int.Parse(finding.Example[0].Value), int.Parse(finding.Example[1].Value));
                        var there = matches[example];
                        finding.Rules.ShouldAllBe(rule => there.Contains(rule - 1));
                        (finding.Kind != TableFindingKind.Gap || there.Count == 0).ShouldBeTrue(rules);
                    }
                }
            )
        );

    [Fact]
    public void Type_of_the_variable_limits_its_column()
    {
        var xml = TableText.Model("U", "grade:tGrade", "r", "\"A\" -> 1 ;; \"B\" -> 2", Grade);
        var untyped = xml.Replace("<inputExpression typeRef='tGrade'>", "<inputExpression>");
        untyped.ShouldNotBe(xml);
        Models.Compile(untyped).CheckTables().Single().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Large_table_ends_within_its_budget()
    {
        var inputs = string.Join(" & ", Enumerable.Range(0, 12).Select(i => $"n{(char)('a' + i)}:number"));
        var random = new Random(7);
        var rules = string.Join(
            " ;; ",
            Enumerable
                .Range(0, 150)
                .Select(rule =>
                    string.Join(" & ", Enumerable.Range(0, 12).Select(_ => $"> {random.Next(1000)}")) + $" -> {rule}"
                )
        );
        var check = Models.Compile(TableText.Model("U", inputs, "r", rules)).CheckTables().Single();
        check.Undecided.ShouldNotBeNull();
        check.Findings.ShouldNotBeEmpty();
    }

    private static Gen<string> Tables =>
        Gen.Choose(1, 6)
            .SelectMany(count =>
                Gen.Zip(Test, Test).Select(cells => $"{cells.Item1} & {cells.Item2} -> 1").ListOf(count)
            )
            .Select(rules => string.Join(" ;; ", rules));

    private static Gen<string> Test =>
        Gen.OneOf(
            Gen.Constant("-"),
            Gen.Choose(0, 5).Select(n => $"< {n}"),
            Gen.Choose(0, 5).Select(n => $">= {n}"),
            Gen.Zip(Gen.Choose(0, 5), Gen.Choose(0, 5)).Select(ends => $"[{ends.Item1}..{ends.Item2}]"),
            Gen.Zip(Gen.Choose(0, 5), Gen.Choose(0, 5)).Select(points => $"{points.Item1}, {points.Item2}"),
            Gen.Choose(0, 5).Select(n => $"not({n})")
        );

    private static IEnumerable<(int N, int M)> Inputs() =>
        from n in Enumerable.Range(0, 6)
        from m in Enumerable.Range(0, 6)
        select (n, m);

    private static List<int> Matching(string rules, int n, int m)
    {
        var matching = new List<int>();
        foreach (var (rule, index) in rules.Split(" ;; ").Select((rule, index) => (rule, index)))
        {
            var cells = rule.Split(" -> ")[0].Split(" & ");
            if (Holds(cells[0], n) && Holds(cells[1], m))
            {
                matching.Add(index);
            }
        }

        return matching;
    }

    private static bool Holds(string test, int value) =>
        FeelExpression
            .CompileUnaryTests(test)
            .Expression!.Evaluate(
                new ContextScope(FeelContext.Empty.With("?", FeelValue.From(value))),
                Models.Environment()
            )
            .IsTrue;

    private static string Describe(TableFinding finding)
    {
        var rules = string.Concat(finding.Rules.Select(rule => $" {rule}"));
        var example = string.Join(", ", finding.Example.Select(each => $"{each.Name} = {each.Value}"));
        return $"{finding.Kind.ToString().ToLowerInvariant()}{rules}: {example}".TrimEnd();
    }
}
