using Approvals.Workflow.Dmn;
using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Tests.Dmn;

/// <summary>Who answers to which name.</summary>
public sealed class NamesTests
{
    [Fact]
    public void Decision_is_asked_for_by_its_name_and_known_to_logic_by_its_variable()
    {
        var model = Models.Compile(
            Models.Around(
                """
                <decision id='a' name='outer'><variable name='inner'/><literalExpression><text>1</text></literalExpression></decision>
                <decision id='b' name='b'><informationRequirement><requiredDecision href='#a'/></informationRequirement>
                  <literalExpression><text>inner + 1</text></literalExpression></decision>
                """
            )
        );
        Value(model.Find("outer")).ShouldBe("1");
        Value(model.Find("a")).ShouldBe("1");
        model.Find("inner").ShouldBeNull();
        Value(model.Find("b")).ShouldBe("2");
    }

    [Fact]
    public void Without_input_data_of_its_own_a_decision_asks_for_what_was_given()
    {
        var model = Models.Compile(
            Models.Around(
                """
                <inputData id='i' name='area'><variable name='area'/></inputData>
                <decision id='bare' name='bare'><literalExpression><text>area + 1</text></literalExpression></decision>
                <decision id='drawn' name='drawn'><informationRequirement><requiredInput href='#i'/></informationRequirement>
                  <literalExpression><text>if other = null then area else other</text></literalExpression></decision>
                """
            )
        );
        var given = new FeelContext.Builder().Set("area", FeelValue.From(860)).Set("other", FeelValue.From(1)).Build();
        Value(model.Find("bare"), given).ShouldBe("861");
        Value(model.Find("drawn"), given).ShouldBe("860");
    }

    [Fact]
    public void Decision_answers_before_a_service_and_an_input_of_its_name()
    {
        var model = Models.Compile(
            Models.Around(
                """
                <inputData id='i' name='x'><variable name='x'/></inputData>
                <decisionService id='s' name='x'><outputDecision href='#other'/></decisionService>
                <decision id='d' name='x'><literalExpression><text>1</text></literalExpression></decision>
                <decision id='other' name='other'><literalExpression><text>2</text></literalExpression></decision>
                """
            )
        );
        Value(model.Find("x")).ShouldBe("1");
        model.Find("s")!.Element.ShouldBeOfType<DecisionService>();
        model.Find("i").ShouldBeNull();
        model.Find("missing").ShouldBeNull();
    }

    [Fact]
    public void Names_ignore_how_white_space_is_written()
    {
        var model = Models.Compile(
            Models.Around(
                """
                <inputData id='i' name=' loan   amount '><variable name='loan amount'/></inputData>
                <decision id='d' name='the&#10;fee'><informationRequirement><requiredInput href='#i'/></informationRequirement>
                  <literalExpression><text>loan
                  amount * 2</text></literalExpression></decision>
                """
            )
        );
        var result = model
            .FindByName("the fee")!
            .Evaluate(FeelContext.Empty.With("loan amount", FeelValue.From(4)), Models.Environment());
        result.Value.ShouldBe(FeelValue.From(8));
    }

    [Fact]
    public void Inputs_from_JSON_become_what_their_types_ask_for_also_on_demand()
    {
        var decision = Models.Load("types.dmn").Find("born in")!;
        var json = FeelJson
            .Parse("{\"person\":{\"full name\":\"Li\",\"born\":\"2000-01-31\",\"marks\":[1]}}")
            .AsContext();
        var scope = decision.ReadInputs(new ContextScope(json));
        decision.Evaluate(scope, Models.Environment()).Value.ShouldBe(FeelValue.From(2000));
        decision.Evaluate(json, Models.Environment()).Value.IsNull.ShouldBeTrue();
    }

    private static string Value(Invocable? target, FeelContext? inputs = null) =>
        target.ShouldNotBeNull().Evaluate(inputs ?? FeelContext.Empty, Models.Environment()).Value.ToString();
}
