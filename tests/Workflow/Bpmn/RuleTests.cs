using System.Globalization;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Rules;

namespace Approvals.Workflow.Tests.Bpmn;

/// <summary>
/// Each rule with a wrong fixture and the right one: <c>Rules/*.txt</c> beside this file, see <see cref="RuleCase"/>.
/// </summary>
public sealed class RuleTests
{
    public static TheoryData<string> Cases => [.. RuleCase.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_wrong_fixture_is_refused_at_its_place(string name)
    {
        var fixture = RuleCase.All[name];

        var reading = BpmnReader.Read(fixture.Wrong);

        reading.Definitions.ShouldBeNull();
        var problems = string.Join('\n', reading.Problems.Select(Text));
        if (Environment.GetEnvironmentVariable("WRITE_RULES") == "1")
        {
            RuleCase.Rewrite(name, problems);
        }

        problems.ShouldBe(fixture.Problems);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_right_fixture_is_deployable(string name)
    {
        var reading = BpmnReader.Read(RuleCase.All[name].Right);

        reading.Problems.ShouldBeEmpty();
        reading.Definitions.ShouldNotBeNull();
    }

    [Fact]
    public void Every_rule_has_a_fixture()
    {
        var tested = RuleCase
            .All.Values.SelectMany(fixture => fixture.Problems.Split('\n'))
            .Select(line => line.Split(' ')[0]);

        BpmnRules.Deployment.Select(rule => rule.Id).Except(tested).ShouldBeEmpty();
        BpmnRules.Deployment.Select(rule => rule.Id).ShouldBeUnique();
        BpmnRules.Deployment.ShouldAllBe(rule => rule.Clause.Length > 0);
    }

    private static string Text(BpmnProblem problem) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{problem.Rule} {problem.ElementId ?? "-"} {problem.Line}:{problem.Column} {problem.Message}"
        );
}
