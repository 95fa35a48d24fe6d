using System.Diagnostics;
using Approvals.Workflow.Dmn;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Tests.Dmn;

/// <summary>Whatever a model holds, reading and evaluating it ends soon, with a problem or a diagnostic.</summary>
public sealed class HostileTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData("for i in 1..1e9 return i")]
    [InlineData("count(for i in 1..1000, j in 1..10000 return 1)")]
    [InlineData("forever(1)")]
    [InlineData("twin(1)")]
    [InlineData("string join(for i in 1..90000 return \"aaaaaaaaaaaaaaaaaaaaaaaa\")")]
    [InlineData("for i in 1..60 return [partial[-1], partial[-1]]")]
    public void Limit_stops_a_decision(string text)
    {
        var clock = Stopwatch.StartNew();
        var model = Models.Compile(
            Models.Around(
                $"""
                <businessKnowledgeModel id='forever' name='forever'><encapsulatedLogic><formalParameter name='x'/>
                  <literalExpression><text>forever(x + 1)</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
                <businessKnowledgeModel id='twin' name='twin'><encapsulatedLogic><formalParameter name='x'/>
                  <literalExpression><text>twin(x) + twin(x)</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
                <decision id='d' name='d'><knowledgeRequirement><requiredKnowledge href='#forever'/></knowledgeRequirement>
                  <knowledgeRequirement><requiredKnowledge href='#twin'/></knowledgeRequirement>
                  <literalExpression><text>{text}</text></literalExpression></decision>
                """
            )
        );
        var result = model.Find("d")!.Evaluate(FeelContext.Empty, Models.Environment(), explain: true);
        result.Value.IsNull.ShouldBeTrue();
        result.Diagnostics.ShouldContain(diagnostic => diagnostic.Code == "limit");
        clock.Elapsed.ShouldBeLessThan(Soon);
    }

    [Fact]
    public void Limit_names_the_element_that_left_it()
    {
        var model = Models.Compile(
            Models.Around(
                """
                <decision id='a' name='a'><literalExpression id='there'><text>for i in 1..1e9 return i</text></literalExpression></decision>
                <decision id='d' name='d'><informationRequirement><requiredDecision href='#a'/></informationRequirement>
                  <literalExpression id='here'><text>a</text></literalExpression></decision>
                """
            )
        );
        var result = model.Find("d")!.Evaluate(FeelContext.Empty, Models.Environment());
        result.Diagnostics.ShouldHaveSingleItem().Source.ShouldBe("there");
    }

    [Fact]
    public void One_environment_serves_the_next_evaluation_after_a_limit()
    {
        var environment = Models.Environment();
        var model = Models.Load("graph.dmn");
        model.Find("endless recursion")!.Evaluate(FeelContext.Empty, environment).Value.IsNull.ShouldBeTrue();
        var result = model.Find("recursion")!.Evaluate(FeelContext.Empty, environment);
        result.Value.ShouldBe(FeelValue.From(120));
        result.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Cycle_of_decisions_is_a_problem_and_null()
    {
        var model = DecisionModel.Compile(
            DmnReader
                .Read(
                    Models.Around(
                        """
                        <decision id='a' name='a'><informationRequirement><requiredDecision href='#b'/></informationRequirement>
                          <literalExpression><text>b</text></literalExpression></decision>
                        <decision id='b' name='b'><informationRequirement><requiredDecision href='#a'/></informationRequirement>
                          <literalExpression><text>a</text></literalExpression></decision>
                        """
                    )
                )
                .Definitions!
        );
        model.Problems.ShouldHaveSingleItem().Rule.ShouldBe("requirement.cycle");
        var result = model.Find("a")!.Evaluate(FeelContext.Empty, Models.Environment());
        result.Value.IsNull.ShouldBeTrue();
        result.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("requirement.cycle");
    }

    [Fact]
    public void Service_that_needs_itself_is_stopped()
    {
        var model = DecisionModel.Compile(
            DmnReader
                .Read(
                    Models.Around(
                        """
                        <decisionService id='s' name='s'><outputDecision href='#d'/></decisionService>
                        <decision id='d' name='d'><knowledgeRequirement><requiredKnowledge href='#s'/></knowledgeRequirement>
                          <literalExpression><text>s()</text></literalExpression></decision>
                        """
                    )
                )
                .Definitions!
        );
        var result = model.Find("d")!.Evaluate(FeelContext.Empty, Models.Environment());
        result.Diagnostics.ShouldContain(diagnostic => diagnostic.Code == "limit");
    }

    [Fact]
    public void Long_chain_of_decisions_is_evaluated_or_refused()
    {
        var decisions = string.Concat(
            Enumerable
                .Range(1, 15_000)
                .Select(i =>
                    $"<decision id='d{i}' name='d{i}'><informationRequirement><requiredDecision href='#d{i - 1}'/></informationRequirement>"
                    + $"<literalExpression><text>d{i - 1} + 1</text></literalExpression></decision>"
                )
        );
        var model = Models.Compile(
            Models.Around(
                $"<decision id='d0' name='d0'><literalExpression><text>0</text></literalExpression></decision>{decisions}"
            )
        );
        model.Problems.ShouldBeEmpty();
        model.Find("d1000")!.Evaluate(FeelContext.Empty, Models.Environment()).Value.ShouldBe(FeelValue.From(1000));
        var result = model.Find("d15000")!.Evaluate(FeelContext.Empty, Models.Environment());
        (
            result.Value.IsNull && result.Diagnostics.Any(each => each.Code == "limit")
            || result.Value == FeelValue.From(15_000)
        ).ShouldBeTrue();
    }

    [Theory]
    [InlineData("<list>", "</list>")]
    [InlineData("<context><contextEntry><variable name='a'/>", "</contextEntry></context>")]
    [InlineData("<functionDefinition>", "</functionDefinition>")]
    [InlineData("<conditional><if>", "</if></conditional>")]
    public void Deep_model_is_refused(string before, string after)
    {
        var xml = string.Concat(Enumerable.Repeat(before, 10_000)) + string.Concat(Enumerable.Repeat(after, 10_000));
        var clock = Stopwatch.StartNew();
        var reading = DmnReader.Read(Models.Around($"<decision id='d' name='d'>{xml}</decision>"));
        reading.Definitions.ShouldBeNull();
        reading.Problems.ShouldHaveSingleItem().Rule.ShouldBe("xml.depth");
        clock.Elapsed.ShouldBeLessThan(Soon);
    }

    [Fact]
    public void Type_that_contains_itself_without_end_is_met_by_finite_values()
    {
        var model = Models.Compile(
            Models.Around(
                """
                <itemDefinition name='t'><itemComponent name='t'><typeRef>t</typeRef></itemComponent></itemDefinition>
                <inputData id='i' name='i'><variable name='i' typeRef='t'/></inputData>
                <decision id='d' name='d'><informationRequirement><requiredInput href='#i'/></informationRequirement>
                  <literalExpression><text>i</text></literalExpression></decision>
                """
            )
        );
        var decision = model.Find("d")!;
        var inputs = FeelJson.Parse("{\"i\":{\"t\":{\"t\":null}}}").AsContext();
        decision
            .Evaluate(decision.ReadInputs(inputs), Models.Environment())
            .Value.ToString()
            .ShouldBe("{t: {t: null}}");
        var deep = FeelContext.Empty.With("t", FeelValue.Null);
        for (var i = 0; i < 100_000; i++)
        {
            deep = FeelContext.Empty.With("t", FeelValue.From(deep));
        }

        var result = decision.Evaluate(FeelContext.Empty.With("i", FeelValue.From(deep)), Models.Environment());
        result.Diagnostics.ShouldContain(diagnostic => diagnostic.Code == "limit");
    }

    [Fact]
    public void Models_that_import_each_other_are_refused()
    {
        const string dmn = "https://www.omg.org/spec/DMN/20230324/MODEL/";
        static string Model(string ns, string import) =>
            $"<definitions xmlns='{dmn}' namespace='{ns}'><import name='m' namespace='{import}' importType='{dmn}'/></definitions>";
        var reading = DmnReader.Read(
            Model("a", "b"),
            import => Model(import.Namespace, import.Namespace == "b" ? "a" : "b")
        );
        reading.Problems.ShouldHaveSingleItem().Rule.ShouldBe("import.cycle");
        var endless = 0;
        DmnReader
            .Read(Model("n0", "n1"), import => Model(import.Namespace, $"n{++endless + 1}"))
            .Problems.ShouldNotBeEmpty();
        endless.ShouldBeLessThan(1_000);
    }
}
