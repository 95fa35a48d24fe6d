using System.Globalization;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Rules;

namespace Approvals.Workflow.Tests.Bpmn;

/// <summary>
/// Each rule with a wrong fixture and the right one: <c>Rules/RULE.txt</c> or <c>Rules/RULE~VARIANT.txt</c> beside this file, see
/// <see cref="RuleCase"/>. Both are read at the level of the rule.
/// </summary>
public sealed class RuleTests
{
    public static TheoryData<string> Cases => [.. RuleCase.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_wrong_fixture_is_refused_at_its_place(string name)
    {
        var fixture = RuleCase.All[name];

        var reading = BpmnReader.Read(fixture.Wrong, SetOf(name));

        var problems = string.Join('\n', reading.Problems.Select(Text));
        if (Environment.GetEnvironmentVariable("WRITE_RULES") == "1")
        {
            RuleCase.Rewrite(name, problems);
        }

        problems.ShouldBe(fixture.Problems);
        reading.Problems.ShouldContain(problem => problem.Rule == RuleOf(name));
        reading.Definitions.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_right_fixture_keeps_every_rule_of_the_level(string name)
    {
        var reading = BpmnReader.Read(RuleCase.All[name].Right, SetOf(name));

        reading.Problems.ShouldBeEmpty();
        reading.Definitions.ShouldNotBeNull();
    }

    [Fact]
    public void Every_rule_has_a_fixture_of_its_name()
    {
        // These two are about files too large for a fixture; ReaderTests has them.
        RuleCatalogue
            .All.Select(rule => rule.Id)
            .Except(["xml.depth", "xml.size"])
            .Except(RuleCase.All.Keys)
            .ShouldBeEmpty();
        RuleCatalogue.All.ShouldAllBe(rule => rule.Clause.Length > 0 && rule.Sentence.EndsWith('.'));
    }

    [Fact]
    public void Harmless_faults_do_not_stop_a_trial_run()
    {
        var fixture = RuleCase.All["gateway.flow"];

        BpmnReader.Read(fixture.Wrong, BpmnRules.Structure).Definitions.ShouldBeNull();
        BpmnReader.Read(fixture.Wrong, BpmnRules.Running).Definitions.ShouldNotBeNull();
    }

    private static string RuleOf(string name) => name.Split('~')[0];

    private static RuleSet SetOf(string name) =>
        RuleCatalogue.Find(RuleOf(name)).Level switch
        {
            ProblemLevel.Structure => BpmnRules.Structure,
            ProblemLevel.Execution => BpmnRules.Execution,
            _ => BpmnRules.Deployment,
        };

    private static string Text(BpmnProblem problem) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{problem.Rule} {problem.ElementId ?? "-"} {problem.Line}:{problem.Column} {problem.Message}"
        );
}
