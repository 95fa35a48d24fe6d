using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Tests.Feel;

public sealed class FeelExpressionTests
{
    [Theory]
    [InlineData("amount > limit and status = \"ok\"", "amount, limit, status")]
    [InlineData("a + a + b.c", "a, b")]
    [InlineData("for i in list return i + x", "list, x")]
    [InlineData("{a: 1, b: a + c}", "c")]
    [InlineData("function(x) x + y", "y")]
    [InlineData("count(items) > 0", "items")]
    [InlineData("some x in xs satisfies x > 3", "xs")]
    [InlineData("xs[item > 3]", "xs")]
    [InlineData("loan amount + 1", "loan amount")]
    [InlineData("my rule(1)", "my rule")]
    public void Free_names_are_those_of_the_scope(string text, string expected) =>
        string.Join(", ", FeelExpression.Compile(text).Expression!.FreeNames).ShouldBe(expected);

    [Fact]
    public void Input_of_unary_tests_is_no_free_name() =>
        FeelExpression.CompileUnaryTests("? > limit").Expression!.FreeNames.ShouldBe(["limit"]);

    [Theory]
    [InlineData("1 + ", "syntax", 4, 0)]
    [InlineData("1 + + 2", "syntax", 4, 1)]
    [InlineData("if a then b", "syntax", 11, 0)]
    [InlineData("\"abc", "syntax", 0, 4)]
    [InlineData("a § b", "syntax", 2, 1)]
    public void Syntax_faults_name_their_place(string text, string code, int position, int length)
    {
        var diagnostic = FeelExpression.Compile(text).Diagnostics.ShouldHaveSingleItem();
        (diagnostic.Code, diagnostic.Position, diagnostic.Length).ShouldBe((code, position, length));
    }

    [Theory]
    [InlineData("1 + missing", "undefined", 4, 7)]
    [InlineData("2 * (1 + \"a\")", "type", 5, 7)]
    [InlineData("1 / 0", "arithmetic", 0, 5)]
    [InlineData("10 + abs(\"x\")", "arguments", 5, 8)]
    [InlineData("[1, 2][3]", "range", 0, 9)]
    [InlineData("is working day(@\"2026-01-01\")", "calendar", 0, 29)]
    [InlineData("(function(a) external {java: 1})(1)", "external", 1, 30)]
    public void Failures_are_null_and_name_their_place(string text, string code, int position, int length)
    {
        var environment = new FeelEnvironment { Now = default };
        FeelExpression.Compile(text).Expression!.Evaluate(MapScope.Empty, environment).IsNull.ShouldBeTrue();
        var diagnostic = environment.Diagnostics[0];
        (diagnostic.Code, diagnostic.Position, diagnostic.Length).ShouldBe((code, position, length));
    }

    [Fact]
    public void Environment_serves_many_evaluations()
    {
        var expression = FeelExpression.Compile("count(for i in 1..100 return i)").Expression!;
        var environment = new FeelEnvironment { Now = default, Limits = new FeelLimits(1_000, 10, 1_000, 1_000) };
        for (var i = 0; i < 100; i++)
        {
            expression.Evaluate(MapScope.Empty, environment).ShouldBe(FeelValue.From(100));
        }

        environment.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Function_value_can_be_called_from_another_expression()
    {
        var environment = new FeelEnvironment { Now = default };
        var own = new MapScope(FeelContext.Empty.With("rate", FeelValue.From(2)));
        var function = FeelExpression.Compile("function(x) x * rate").Expression!.Evaluate(own, environment);
        var scope = new MapScope(FeelContext.Empty.With("scale up", function));
        FeelExpression
            .Compile("scale up(x: 21)", scope.Names)
            .Expression!.Evaluate(scope, environment)
            .ShouldBe(FeelValue.From(42));
    }

    [Theory]
    [InlineData("amount > 100 and status = \"ok\"", "{\"amount\": 101, \"status\": \"ok\"}")]
    [InlineData("amount * 2 + 1 >= 0.5 or not(status = \"ok\")", "{\"amount\": 101, \"status\": \"ok\"}")]
    [InlineData("status in [\"ok\", \"done\"] and amount in [1..200]", "{\"amount\": 101, \"status\": \"ok\"}")]
    [InlineData("if applicant.age >= 18 then true else false", "{\"applicant\": {\"age\": 20}}")]
    public void Gateway_condition_allocates_nothing(string text, string context)
    {
        var expression = FeelExpression.Compile(text).Expression!;
        var scope = new MapScope(FeelJson.Parse(context).AsContext());
        var environment = new FeelEnvironment { Now = default };
        for (var i = 0; i < 100; i++)
        {
            expression.Evaluate(scope, environment).ShouldBe(FeelValue.True);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            expression.Evaluate(scope, environment);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
