using Approvals.Workflow.Feel;
using BenchmarkDotNet.Attributes;

namespace Approvals.Benchmarks.Feel;

/// <summary>The texts that perf/peers/feelin-bench.js gives to npm feelin, in the same run.</summary>
public class ExpressionBenchmarks
{
    private const string Condition = "score >= 60 and district = \"澄江区\"";
    private const string Dates = "(date(accepted) + duration(\"P20D\")) > date(\"2026-03-01\")";
    private static readonly string[] Names = ["score", "district", "accepted"];
    private readonly FeelExpression condition = FeelExpression.Compile(Condition, Names).Expression!;
    private readonly FeelExpression dates = FeelExpression.Compile(Dates, Names).Expression!;
    private readonly FeelEnvironment environment = new() { Now = DateTimeOffset.UnixEpoch };
    private readonly ContextScope scope = new(
        FeelContext
            .Empty.With("score", FeelValue.From(86))
            .With("district", FeelValue.From("澄江区"))
            .With("accepted", FeelValue.From("2026-02-14"))
    );

    [Benchmark]
    public FeelCompilation CompileCondition() => FeelExpression.Compile(Condition, Names);

    [Benchmark]
    public bool EvaluateCondition() => condition.Evaluate(scope, environment).IsTrue;

    [Benchmark]
    public FeelCompilation CompileDates() => FeelExpression.Compile(Dates, Names);

    [Benchmark]
    public bool EvaluateDates() => dates.Evaluate(scope, environment).IsTrue;
}
