using Approvals.Workflow.Dmn.Explaining;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Runtime;
using Approvals.Workflow.Runtime.Decisions;
using static Approvals.Workflow.Tests.Runtime.RuntimeModels;

namespace Approvals.Workflow.Tests.Runtime;

/// <summary>Business rule tasks call deployed decisions, and the journal keeps why.</summary>
public sealed class DecisionTests
{
    private static readonly string Process = Of(
        $"""
        <process id="fees" isExecutable="true"><startEvent id="start" />
        <businessRuleTask id="assess"><extensionElements><zeebe:calledDecision decisionId="fee" resultVariable="fee" /></extensionElements></businessRuleTask>
        <endEvent id="end" />{Flow("start", "assess")}{Flow("assess", "end")}</process>
        """
    );

    private static string Table(int large) =>
        $"""
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="fees" name="收费" namespace="http://approvals.example/fees">
            <inputData id="input_area" name="area"><variable name="area" typeRef="number" /></inputData>
            <decision id="fee" name="收费标准"><variable name="收费标准" typeRef="number" />
            <informationRequirement><requiredInput href="#input_area" /></informationRequirement>
            <decisionTable hitPolicy="UNIQUE"><input id="i1"><inputExpression typeRef="number"><text>area</text></inputExpression></input>
            <output id="o1" typeRef="number" />
            <rule id="small"><inputEntry><text>&lt; 100</text></inputEntry><outputEntry><text>20</text></outputEntry></rule>
            <rule id="large"><inputEntry><text>&gt;= 100</text></inputEntry><outputEntry><text>{large}</text></outputEntry></rule>
            </decisionTable></decision></definitions>
            """;

    [Fact]
    public async Task The_latest_version_decides_and_its_explanation_is_kept()
    {
        await using var host = new RuntimeHost();
        await DeployAsync(host, Table(80));
        await DeployAsync(host, Table(90));
        await host.DeployAsync(Process);
        var key = await host.StartAsync("fees", ("area", FeelValue.From(320)));
        host.Where(key).ShouldBe("Completed");
        host.Load(key).Root.Variables.TryGetValue("fee", out var fee).ShouldBeTrue();
        fee.ToString().ShouldBe("90");
        var evaluated = host.Journal(key).OfType<DecisionEvaluated>().ShouldHaveSingleItem();
        var explanation = Explanation.Parse(evaluated.Explanation);
        explanation.Decisions.ShouldHaveSingleItem().Tables.ShouldHaveSingleItem().Rules.Single().Id.ShouldBe("large");
    }

    [Fact]
    public async Task A_decision_that_is_not_there_is_an_incident()
    {
        await using var host = new RuntimeHost();
        await host.DeployAsync(Process);
        var key = await host.StartAsync("fees", ("area", FeelValue.From(320)));
        host.Where(key).ShouldBe("assess");
        var incident = host.Load(key).Incidents.Items[0];
        await DeployAsync(host, Table(80));
        (await host.ExecuteAsync(key, new ResolveIncident(incident.Key))).ShouldBeNull();
        host.Where(key).ShouldBe("Completed");
    }

    private static async Task DeployAsync(RuntimeHost host, string xml)
    {
        var problems = "";
        await host.SendAsync(scope =>
        {
            problems = string.Join('\n', DecisionDeploying.Deploy(scope, "fees.dmn", xml).Problems);
            return null;
        });
        problems.ShouldBeEmpty();
    }
}
