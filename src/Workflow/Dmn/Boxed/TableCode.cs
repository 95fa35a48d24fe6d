using Approvals.Workflow.Dmn.Explaining;
using Approvals.Workflow.Dmn.HitPolicies;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Boxed;

/// <summary>An input column: its value, and the values it may have.</summary>
internal sealed record TableInput(BoxedCode Expression, Model.InputColumn Column, TestCell? Values);

/// <summary><paramref name="Values"/> are tests in order of priority, null when the values are not restricted.</summary>
internal sealed record TableOutput(string Name, TestCell[]? Values, BoxedCode? Default)
{
    /// <summary>The place of a value in the order of priority; null when it has none.</summary>
    public int? RankOf(FeelValue value, IFeelScope scope, FeelEnvironment environment)
    {
        var input = new InputScope(scope) { Input = value };
        for (var i = 0; i < Values!.Length; i++)
        {
            if (Values[i].Holds(input, environment))
            {
                return i;
            }
        }

        return null;
    }
}

/// <summary>The unary tests of one cell.</summary>
internal sealed record TestCell(FeelExpression Tests, string? Source)
{
    public bool Holds(InputScope scope, FeelEnvironment environment)
    {
        var before = environment.EnterText(Source);
        var result = Tests.Run(scope, environment);
        environment.LeaveText(before);
        return result.IsTrue;
    }
}

/// <summary>A rule: a test per input, null where any value will do, and a value per output.</summary>
internal sealed record TableRule(TestCell?[] Tests, BoxedCode[] Values, Model.Rule Rule);

/// <summary>A decision table (DMN 1.5 §8): finds the rules that match and leaves the rest to its hit policy.</summary>
internal sealed class TableCode(
    TableInput[] inputs,
    TableOutput[] outputs,
    TableRule[] rules,
    Model.DecisionTable table,
    HitRule hitRule
) : BoxedCode
{
    public TableInput[] Inputs => inputs;
    public TableOutput[] Outputs => outputs;
    public TableRule[] Rules => rules;
    public Model.DecisionTable Table => table;

    public override FeelValue Evaluate(IFeelScope scope, FeelEnvironment environment)
    {
        var trace = Recorder.Of(environment)?.Open(table);
        var values = new FeelValue[inputs.Length];
        var test = new InputScope(scope);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = inputs[i].Expression.Evaluate(scope, environment);
            trace?.Input(inputs[i].Column, values[i]);
            test.Input = values[i];
            if (inputs[i].Values is { } allowed && !allowed.Holds(test, environment))
            {
                var name = inputs[i].Column.Label ?? inputs[i].Column.Expression.Text.Trim();
                return Fail(
                    environment,
                    "table.input",
                    $"The input '{name}' is {TypeMessage.Short(values[i])}, which is none of the column's values."
                );
            }
        }

        var matches = Match(test, values, environment);
        if (matches.Count == 0)
        {
            return Default(scope, environment);
        }

        var hits = new Hits(this, matches, scope, environment, trace);
        return hits.Evaluate() ? hitRule.Decide(hits) : default;
    }

    public FeelValue Refuse(FeelEnvironment environment, string code, string message) =>
        Fail(environment, code, message);

    private List<int> Match(InputScope test, FeelValue[] values, FeelEnvironment environment)
    {
        var matches = new List<int>();
        for (var i = 0; i < rules.Length; i++)
        {
            environment.Step();
            var tests = rules[i].Tests;
            var holds = true;
            for (var column = 0; holds && column < tests.Length; column++)
            {
                if (tests[column] is { } cell)
                {
                    test.Input = values[column];
                    holds = cell.Holds(test, environment);
                }
            }

            if (holds)
            {
                matches.Add(i);
                if (hitRule.FirstIsEnough)
                {
                    break;
                }
            }
        }

        return matches;
    }

    // Without a match the default entries are the result, where there are any (§8.2.10).
    private FeelValue Default(IFeelScope scope, FeelEnvironment environment)
    {
        if (!Array.Exists(outputs, output => output.Default is not null))
        {
            return hitRule.WithoutHits;
        }

        var values = new FeelValue[outputs.Length];
        for (var i = 0; i < outputs.Length; i++)
        {
            values[i] = outputs[i].Default?.Evaluate(scope, environment) ?? default;
        }

        return Combine(values);
    }

    /// <summary>One output is its value, several are a context.</summary>
    public FeelValue Combine(FeelValue[] values)
    {
        if (values.Length == 1)
        {
            return values[0];
        }

        var context = new FeelContext.Builder();
        for (var i = 0; i < values.Length; i++)
        {
            context.Set(outputs[i].Name, values[i]);
        }

        return FeelValue.From(context.Build());
    }
}
