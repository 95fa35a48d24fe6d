using System.Diagnostics;
using Approvals.Workflow.Feel;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Workflow.Tests.Feel;

/// <summary>Whatever the text or the data, an evaluation ends soon, with null and a diagnostic, and never with an exception.</summary>
public sealed class HostileTests
{
    private static readonly FeelLimits Limits = new(200_000, 100, 10_000, 100_000);

    [Theory]
    [InlineData("for a in 1..1000000, b in 1..1000000 return 1")]
    [InlineData("every a in 1..1000000, b in 1..1000000 satisfies true")]
    [InlineData("{f: function(n) f(n), r: f(1)}.r")]
    [InlineData("{f: function(n) f(n) + f(n), r: f(1)}.r")]
    [InlineData("for i in 1..100000000 return i")]
    [InlineData("for i in 1..5000 return [partial[-1]]")]
    [InlineData("string(for i in 1..5000 return [partial[-1]])")]
    [InlineData("{x: for i in 1..60 return [partial[-1], partial[-1]], r: x = x}.r")]
    [InlineData("string(for i in 1..60 return [partial[-1], partial[-1]])")]
    [InlineData("for i in 1..60 return [partial[-1], partial[-1]]")]
    [InlineData("flatten(for i in 1..60 return [partial[-1], partial[-1]])")]
    [InlineData("count(for i in 1..40 return if i = 1 then \"aaaa\" else partial[-1] + partial[-1])")]
    [InlineData("count(for i in 1..9000 return concatenate([1..1], partial, partial))")]
    [InlineData("matches(string join(for i in 1..5000 return \"a\"), \"^((a*)*)*b\\1$\")")]
    [InlineData("sort(for i in 1..9000 return i, function(a, b) count(for j in 1..9000 return j) > 0)")]
    public void Limit_stops_it(string text)
    {
        var clock = Stopwatch.StartNew();
        var environment = new FeelEnvironment { Now = default, Limits = Limits };
        var expression = FeelExpression.Compile(text).Expression.ShouldNotBeNull();
        expression.Evaluate(MapScope.Empty, environment).IsNull.ShouldBeTrue();
        environment.Diagnostics.ShouldContain(diagnostic => diagnostic.Code == "limit");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void High_body_and_deep_calls_together_stop_it()
    {
        var chain = string.Concat(Enumerable.Repeat(" + 1", 900));
        var text = $"{{f: function(n) f(n){chain}, r: f(1)}}.r";
        var expression = FeelExpression.Compile(text).Expression.ShouldNotBeNull();
        var limits = new FeelLimits(10_000_000, 100_000, 10_000, 100_000);
        var environment = new FeelEnvironment { Now = default, Limits = limits };
        expression.Evaluate(MapScope.Empty, environment).IsNull.ShouldBeTrue();
        environment.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe("limit");
    }

    [Fact]
    public void Small_stack_is_enough_to_refuse()
    {
        var chain = "1" + string.Concat(Enumerable.Repeat(" + 1", 950));
        var nested = new string('(', 250) + "1" + new string(')', 250);
        FeelCompilation? first = null;
        FeelCompilation? second = null;
        var thread = new Thread(
            () =>
            {
                first = FeelExpression.Compile(chain);
                second = FeelExpression.Compile(nested);
                first.Expression?.Evaluate(MapScope.Empty, new FeelEnvironment { Now = default });
            },
            256 * 1024
        );
        thread.Start();
        thread.Join();
        (first!.Expression is null).ShouldBe(first.Diagnostics.Count > 0);
        (second!.Expression is null).ShouldBe(second.Diagnostics.Count > 0);
    }

    [Theory]
    [InlineData("(", "1", ")", 100_000)]
    [InlineData("[", "1", "]", 100_000)]
    [InlineData("{a:", "1", "}", 100_000)]
    [InlineData("f(", "1", ")", 100_000)]
    [InlineData("if a then ", "1", "", 100_000)]
    [InlineData("x in (", "1", ")", 100_000)]
    [InlineData("function(a) ", "1", "", 100_000)]
    [InlineData("-", "1", "", 100_000)]
    [InlineData("1 instance of list<", "number", ">", 100_000)]
    [InlineData("", "1", " + 1", 100_000)]
    [InlineData("", "a", ".a", 100_000)]
    [InlineData("", "a", "[1]", 100_000)]
    [InlineData("", "a", "()", 100_000)]
    [InlineData("", "a", " and a", 100_000)]
    public void Deep_text_is_refused(string before, string core, string after, int depth)
    {
        var clock = Stopwatch.StartNew();
        var text =
            string.Concat(Enumerable.Repeat(before, depth)) + core + string.Concat(Enumerable.Repeat(after, depth));
        var compilation = FeelExpression.Compile(text);
        compilation.Expression.ShouldBeNull();
        compilation.Diagnostics.ShouldHaveSingleItem();
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Random_text_compiles_or_is_refused_and_evaluates_or_reports() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(20_000).WithEndSize(60),
            Prop.ForAll(
                Generators.Texts.ToArbitrary(),
                text =>
                {
                    foreach (
                        var compilation in (FeelCompilation[])
                            [
                                FeelExpression.Compile(text, ["b c", "a-b"]),
                                FeelExpression.CompileUnaryTests(text, ["b c"]),
                            ]
                    )
                    {
                        (compilation.Expression is null).ShouldBe(compilation.Diagnostics.Count > 0);
                        var environment = new FeelEnvironment { Now = default, Limits = Limits };
                        compilation.Expression?.Evaluate(MapScope.Empty, environment);
                        foreach (var diagnostic in compilation.Diagnostics.Concat(environment.Diagnostics))
                        {
                            diagnostic.Position.ShouldBeInRange(0, text.Length);
                            (diagnostic.Position + diagnostic.Length).ShouldBeLessThanOrEqualTo(text.Length);
                        }
                    }
                }
            )
        );
}
