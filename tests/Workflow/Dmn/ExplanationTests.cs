using System.Text.Json;
using Approvals.Workflow.Dmn.Explaining;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Tests.Dmn;

public sealed class ExplanationTests
{
    private const string Rules = "<60 -> \"拒绝\" @ 低于合格线 ;; >=60 -> \"通过\" @ 合格";

    [Fact]
    public void Says_inputs_and_rules()
    {
        var explanation = Explain(TableText.Model("U", "score:number", "result", Rules), "{\"score\":75}");
        explanation.Value.ShouldBe("\"通过\"");
        explanation.Inputs.ShouldBe([new("score", "75")]);
        var table = explanation.Decisions.ShouldHaveSingleItem().Tables.ShouldHaveSingleItem();
        (table.Id, table.HitPolicy).ShouldBe(("table", "Unique"));
        table.Inputs.ShouldBe([new("score", "75")]);
        var rule = table.Rules.ShouldHaveSingleItem();
        (rule.Number, rule.Id, rule.Output).ShouldBe((2, "r2", "\"通过\""));
        rule.Annotations.ShouldBe([new("why", "合格")]);
        explanation.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void Decisions_stand_in_the_order_they_were_made()
    {
        var decision = Models.Load("graph.dmn").Find("diamond")!;
        var inputs = FeelJson.Parse("{\"age\":20,\"name\":\"Li\"}").AsContext();
        var explanation = decision.Evaluate(inputs, Models.Environment(), explain: true).Explanation!;
        explanation.Decisions.Select(each => each.Name).ShouldBe(["is adult", "greeting", "diamond"]);
        explanation.Inputs.Select(each => each.Name).ShouldBe(["age", "name"]);
    }

    [Fact]
    public void Tables_of_knowledge_belong_to_the_decision_that_invoked_them()
    {
        var decision = Models.Load("graph.dmn").Find("table of knowledge")!;
        var inputs = FeelJson.Parse("{\"age\":20}").AsContext();
        var explanation = decision.Evaluate(inputs, Models.Environment(), explain: true).Explanation!;
        var table = explanation.Decisions.ShouldHaveSingleItem().Tables.ShouldHaveSingleItem();
        table.Id.ShouldBe("table of ages");
        table.Rules.ShouldHaveSingleItem().Number.ShouldBe(2);
    }

    [Fact]
    public void Survives_storage()
    {
        var explanation = Explain(TableText.Model("U", "score:number", "result", Rules), "{\"score\":\"x\"}");
        explanation.Diagnostics.ShouldNotBeEmpty();
        var json = explanation.ToJson();
        json.ShouldContain("\"score\"");
        var again = Explanation.Parse(json);
        again.ToJson().ShouldBe(json);
        Explanation.Compare(explanation, again).ShouldBeEmpty();
        Should.Throw<JsonException>(() => Explanation.Parse("{}"));
        Should.Throw<JsonException>(() => Explanation.Parse("null"));
    }

    [Fact]
    public void Comparing_names_what_became_different()
    {
        var before = Explain(TableText.Model("U", "score:number", "result", Rules), "{\"score\":59}");
        var after = Explain(
            TableText.Model("U", "score:number", "result", Rules.Replace("60", "50")),
            "{\"score\":59}"
        );
        Explanation
            .Compare(before, after)
            .Select(each => $"{each.Path}: {each.Before?.Split(' ')[0]} / {each.After?.Split(' ')[0]}")
            .ShouldBe([
                "value: \"拒绝\" / \"通过\"",
                "decisions[d].value: \"拒绝\" / \"通过\"",
                "decisions[d].tables[table].rules[r1]: ExplainedRule / ",
                "decisions[d].tables[table].rules[r2]:  / ExplainedRule",
            ]);
    }

    [Fact]
    public void Environment_full_of_diagnostics_hides_none_of_a_run()
    {
        var environment = Models.Environment();
        for (var i = 0; i < 200; i++)
        {
            environment.Report(new FeelDiagnostic("type", $"Earlier {i}.", 0, 0));
        }

        var result = Models.Load("graph.dmn").Find("typed wrong")!.Evaluate(FeelContext.Empty, environment);
        result.Diagnostics.ShouldHaveSingleItem().Source.ShouldBe("typed wrong");
        environment.Diagnostics.Count.ShouldBe(100);
        environment.Clear();
        result.Diagnostics.Count.ShouldBe(1);
    }

    [Fact]
    public void Loops_do_not_fill_it_without_end()
    {
        var model = Models.Compile(
            Models.Around(
                """
                <businessKnowledgeModel id='b' name='b'><encapsulatedLogic><formalParameter name='x'/>
                  <decisionTable id='bt' hitPolicy='FIRST'><input><inputExpression><text>x</text></inputExpression></input><output/>
                    <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>x</text></outputEntry></rule></decisionTable>
                </encapsulatedLogic></businessKnowledgeModel>
                <decision id='d' name='d'><knowledgeRequirement><requiredKnowledge href='#b'/></knowledgeRequirement>
                  <literalExpression><text>count(for i in 1..5000 return b(i))</text></literalExpression></decision>
                """
            )
        );
        var result = model.Find("d")!.Evaluate(FeelContext.Empty, Models.Environment(), explain: true);
        result.Value.ShouldBe(FeelValue.From(5000));
        result.Explanation!.IsComplete.ShouldBeFalse();
        result.Explanation.Decisions[0].Tables.Count.ShouldBe(1000);
    }

    private static Explanation Explain(string xml, string inputs) =>
        Models
            .Compile(xml)
            .Find("d")!
            .Evaluate(FeelJson.Parse(inputs).AsContext(), Models.Environment(), explain: true)
            .Explanation.ShouldNotBeNull();
}
