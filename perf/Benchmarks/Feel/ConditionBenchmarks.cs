using Approvals.Workflow.Feel;
using BenchmarkDotNet.Attributes;

namespace Approvals.Benchmarks.Feel;

/// <summary>A gateway's condition, compiled once, as the engine evaluates it at every passing token.</summary>
public class ConditionBenchmarks
{
    private readonly FeelExpression comparison = FeelExpression.Compile("score >= 60").Expression!;
    private readonly FeelExpression conjunction = FeelExpression
        .Compile("score >= 60 and district = \"澄江区\"")
        .Expression!;

    private readonly FeelEnvironment environment = new() { Now = DateTimeOffset.UnixEpoch };
    private readonly Variables variables = new();

    [Benchmark]
    public bool Comparison() => comparison.Evaluate(variables, environment).IsTrue;

    [Benchmark]
    public bool Conjunction() => conjunction.Evaluate(variables, environment).IsTrue;

    private sealed class Variables : IFeelScope
    {
        private readonly FeelValue score = FeelValue.From(86);
        private readonly FeelValue district = FeelValue.From("澄江区");

        public bool TryGetValue(string name, out FeelValue value)
        {
            value = name == "score" ? score : district;
            return true;
        }
    }
}
