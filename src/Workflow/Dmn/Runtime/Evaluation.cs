using System.Runtime.CompilerServices;
using Approvals.Workflow.Dmn.Boxed;
using Approvals.Workflow.Dmn.Explaining;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Runtime;

/// <summary>One walk over the requirements graph: every input and decision has one value in it (DMN 1.5 §10.4).</summary>
internal sealed class Evaluation(int size, IFeelScope inputs, FeelEnvironment environment)
{
    private readonly FeelValue[] values = new FeelValue[size];
    private readonly Progress[] progress = new Progress[size];

    private enum Progress : byte
    {
        Open,
        Running,
        Done,
    }

    /// <summary>Gives an input or a decision its value from outside.</summary>
    public void Set(Node node, FeelValue value) => (values[node.Index], progress[node.Index]) = (value, Progress.Done);

    public FeelValue ValueOf(Node node)
    {
        if (progress[node.Index] == Progress.Done)
        {
            return values[node.Index];
        }

        if (progress[node.Index] == Progress.Running)
        {
            return Fail(node, "requirement.cycle", $"The decision '{node.Name}' requires itself.");
        }

        progress[node.Index] = Progress.Running;
        var value = node switch
        {
            InputNode input => Input(input),
            DecisionNode decision => Decide(decision),
            FunctionNode function => FeelValue.From(function.Function),
            _ => throw new InvalidOperationException($"A {node.GetType().Name} has no value."),
        };
        Set(node, value);
        return value;
    }

    private FeelValue Decide(DecisionNode decision)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        environment.Step();
        var frame = decision.Requirements.Fill(ValueOf);
        var recorder = Recorder.Of(environment);
        var before = recorder?.OpenDecision();
        IFeelScope scope = decision.DrawsInputs ? frame : new GivenScope(frame, inputs);
        var value = decision.Logic.Evaluate(scope, environment);
        recorder?.Close(decision.Id, decision.Name, value, before!);
        return value;
    }

    private FeelValue Input(InputNode input)
    {
        if (!TryFind(input, out var given))
        {
            return Fail(input, "input.missing", $"The input '{input.Name}' is not given.");
        }

        if (!input.Type.TryConvert(given, environment, out var value))
        {
            return Fail(input, "input.type", TypeMessage.Of($"The input '{input.Name}'", given, input.Type));
        }

        Recorder.Of(environment)?.Input(input.Name, value);
        return value;
    }

    // Inputs of an imported model may be given with its namespace, as a context under the import's name, or bare.
    private bool TryFind(InputNode input, out FeelValue value)
    {
        if (input.Prefixes.Length > 0 && inputs.TryGetValue(input.FullName, out value))
        {
            return true;
        }

        if (input.Prefixes.Length > 0 && inputs.TryGetValue(input.Prefixes[0], out var at))
        {
            for (var i = 1; i < input.Prefixes.Length; i++)
            {
                at = Entry(at, input.Prefixes[i]);
            }

            if (at.Kind == FeelKind.Context && at.AsContext().TryGetValue(input.Name, out value))
            {
                return true;
            }
        }

        return inputs.TryGetValue(input.Name, out value);
    }

    private static FeelValue Entry(FeelValue context, string name) =>
        context.Kind == FeelKind.Context && context.AsContext().TryGetValue(name, out var entry) ? entry : default;

    private FeelValue Fail(Node node, string code, string message)
    {
        var before = environment.EnterText(node.Id);
        environment.Fail(code, message);
        environment.LeaveText(before);
        return default;
    }
}
