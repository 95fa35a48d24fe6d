using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Dmn.Boxed;

/// <summary>Boxed for, some and every (DMN 1.5 §10.2.1.10–11) over a list or a range.</summary>
internal sealed class IterationCode(IterationKind kind, string variable, BoxedCode source, BoxedCode body) : BoxedCode
{
    public override FeelValue Evaluate(IFeelScope scope, FeelEnvironment environment)
    {
        var value = source.Evaluate(scope, environment);
        var before = environment.EnterText(Source);
        var items = value.Kind switch
        {
            FeelKind.List => value.AsList(),
            FeelKind.Range => Progression.Of(value.AsRange(), environment),
            FeelKind.Null => null,
            _ => [value],
        };
        environment.LeaveText(before);
        if (items is null)
        {
            return Fail(environment, "type", "There is nothing to iterate over.");
        }

        return kind == IterationKind.For ? Map(items, scope, environment) : Quantify(items, scope, environment);
    }

    private FeelValue Map(IEnumerable<FeelValue> items, IFeelScope scope, FeelEnvironment environment)
    {
        var results = new List<FeelValue>();
        foreach (var item in items)
        {
            environment.Step();
            var partial = new NameScope(scope, "partial", FeelValue.From(new ListPrefix(results, results.Count)));
            results.Add(body.Evaluate(new NameScope(partial, variable, item), environment));
            environment.CheckListSize(results.Count);
        }

        return FeelValue.From(results);
    }

    private FeelValue Quantify(IEnumerable<FeelValue> items, IFeelScope scope, FeelEnvironment environment)
    {
        var isEvery = kind == IterationKind.Every;
        var undecided = false;
        foreach (var item in items)
        {
            environment.Step();
            var holds = body.Evaluate(new NameScope(scope, variable, item), environment);
            if (holds.IsNull)
            {
                undecided = true;
            }
            else if (holds.Kind != FeelKind.Boolean)
            {
                return Fail(environment, "type", $"A condition is true or false, not {TypeMessage.Short(holds)}.");
            }
            else if (holds.IsTrue != isEvery)
            {
                return holds;
            }
        }

        return undecided ? default : FeelValue.From(isEvery);
    }
}
