using System.Runtime.CompilerServices;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Compilation;

/// <summary>One `name in …` of a loop: yields its values one after the other into its slot.</summary>
internal sealed record LoopVariable(int Slot, Code Source, Code? To)
{
    /// <summary>The values to run through; null, after a report, when the source is nothing to iterate.</summary>
    public IEnumerable<FeelValue>? Values(in Activation activation)
    {
        var source = Source.Evaluate(activation);
        var environment = activation.Environment;
        if (To is not null)
        {
            var to = To.Evaluate(activation);
            environment.At(Source.Position, Source.Length);
            return Progression.Between(source, to, environment);
        }

        environment.At(Source.Position, Source.Length);
        switch (source.Kind)
        {
            case FeelKind.List:
                return source.AsList();
            case FeelKind.Range:
                return Progression.Of(source.AsRange(), environment);
            case FeelKind.Null:
                environment.Fail("type", "There is nothing to iterate over.");
                return null;
            default:
                return [source];
        }
    }
}

internal sealed class ForCode(LoopVariable[] variables, Code body, int partialSlot) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var results = new List<FeelValue>();
        return Run(0, results, activation) ? FeelValue.From(results) : FeelValue.Null;
    }

    private bool Run(int depth, List<FeelValue> results, in Activation activation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (depth == variables.Length)
        {
            if (partialSlot >= 0)
            {
                activation.Locals[partialSlot] = FeelValue.From(new ListPrefix(results, results.Count));
            }

            results.Add(body.Evaluate(activation));
            activation.Environment.CheckListSize(results.Count);
            return true;
        }

        var variable = variables[depth];
        if (variable.Values(activation) is not { } values)
        {
            return false;
        }

        foreach (var value in values)
        {
            activation.Environment.Step();
            activation.Locals[variable.Slot] = value;
            if (!Run(depth + 1, results, activation))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>some and every: as the disjunction and the conjunction of all conditions (DMN 1.5 table 54).</summary>
internal sealed class QuantifiedCode(bool isEvery, LoopVariable[] variables, Code condition) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var undecided = false;
        var decided = Run(0, ref undecided, activation);
        return decided is null || undecided && decided == isEvery ? FeelValue.Null : FeelValue.From(decided.Value);
    }

    // The answer so far: the opposite of isEvery as soon as one condition settles it; null when nothing can be iterated.
    private bool? Run(int depth, ref bool undecided, in Activation activation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (depth == variables.Length)
        {
            var holds = condition.Evaluate(activation);
            if (holds.Kind != FeelKind.Boolean)
            {
                undecided = true;
                return isEvery;
            }

            return holds.IsTrue;
        }

        var variable = variables[depth];
        if (variable.Values(activation) is not { } values)
        {
            return null;
        }

        foreach (var value in values)
        {
            activation.Environment.Step();
            activation.Locals[variable.Slot] = value;
            var result = Run(depth + 1, ref undecided, activation);
            if (result != isEvery)
            {
                return result;
            }
        }

        return isEvery;
    }
}
