using Approvals.Workflow.Dmn.Boxed;
using Approvals.Workflow.Dmn.Explaining;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.HitPolicies;

/// <summary>The rules of a table that match, in their order, with the values they give.</summary>
internal sealed class Hits(
    TableCode table,
    List<int> rules,
    IFeelScope scope,
    FeelEnvironment environment,
    TableTrace? trace
)
{
    private readonly FeelValue[][] outputs = new FeelValue[rules.Count][];

    public int Count => rules.Count;
    public FeelEnvironment Environment => environment;

    /// <summary>Computes the outputs; false, after a report, when one is not among the values of its column.</summary>
    public bool Evaluate()
    {
        for (var hit = 0; hit < outputs.Length; hit++)
        {
            environment.Step();
            var rule = table.Rules[rules[hit]];
            var values = outputs[hit] = new FeelValue[table.Outputs.Length];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = rule.Values[i].Evaluate(scope, environment);
            }

            trace?.Hit(rules[hit], rule.Rule, table.Combine(values));
        }

        for (var hit = 0; hit < outputs.Length; hit++)
        {
            for (var i = 0; i < table.Outputs.Length; i++)
            {
                var output = table.Outputs[i];
                if (output.Values is not null && output.RankOf(outputs[hit][i], scope, environment) is null)
                {
                    Fail(
                        "table.output",
                        $"Rule {rules[hit] + 1} gives {TypeMessage.Short(outputs[hit][i])}, none of the output's values."
                    );
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The value of one hit: its output, or a context of several.</summary>
    public FeelValue this[int hit] => table.Combine(outputs[hit]);

    public FeelValue All()
    {
        var values = new FeelValue[Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = this[i];
        }

        return FeelValue.From(values);
    }

    /// <summary>The hits by descending priority of their outputs, the first output first (DMN 1.5 §8.2.11); ties keep order.</summary>
    public int[] ByPriority()
    {
        var order = new int[Count];
        var ranks = new int[Count][];
        for (var hit = 0; hit < order.Length; hit++)
        {
            order[hit] = hit;
            ranks[hit] = [.. outputs[hit].Select((value, i) => table.Outputs[i].Values is null ? 0 : Rank(i, value))];
        }

        return [.. order.OrderBy(hit => ranks[hit], Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))];
    }

    /// <summary>The numbers of the rules, from 1, for a message.</summary>
    public string Names() => string.Join(", ", rules.Select(rule => rule + 1));

    public FeelValue Fail(string code, string message) => table.Refuse(environment, code, message);

    private int Rank(int output, FeelValue value) =>
        table.Outputs[output].RankOf(value, scope, environment) ?? int.MaxValue;
}
