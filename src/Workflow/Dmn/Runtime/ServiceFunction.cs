using Approvals.Workflow.Dmn.Boxed;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Dmn.Runtime;

/// <summary>
/// A decision service as a function (DMN 1.5 §10.4): its parameters are the input data, then the input decisions; its value
/// that of the one output decision, or a context of several.
/// </summary>
internal sealed class ServiceFunction(
    string name,
    string? source,
    (Node Node, FeelType Type)[] parameters,
    DecisionNode[] outputs,
    FeelType result,
    int graphSize
) : FeelFunction
{
    public override string Name => name;

    public override IReadOnlyList<string> Parameters { get; } = [.. parameters.Select(each => each.Node.Variable)];

    public override IReadOnlyList<FeelType> ParameterTypes { get; } = [.. parameters.Select(each => each.Type)];

    public override FeelType? ResultType => result.Kind is null ? null : result;

    public IReadOnlyList<DecisionNode> Outputs => outputs;

    public override FeelValue Invoke(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        if (arguments.Length != parameters.Length)
        {
            return environment.Fail(
                "arguments",
                $"The service '{name}' takes {parameters.Length} arguments, not {arguments.Length}."
            );
        }

        var inner = new Evaluation(graphSize, Frame.Empty, environment);
        for (var i = 0; i < arguments.Length; i++)
        {
            var (node, type) = parameters[i];
            if (!type.TryConvert(arguments[i], environment, out var value))
            {
                return environment.Fail("arguments", TypeMessage.Of($"The argument '{node.Name}'", arguments[i], type));
            }

            inner.Set(node, value);
        }

        environment.EnterCall();
        var outcome = Decide(inner);
        environment.LeaveCall();
        if (result.TryConvert(outcome, environment, out var converted))
        {
            return converted;
        }

        var before = environment.EnterText(source);
        environment.Fail("type", TypeMessage.Of($"The result of '{name}'", outcome, result));
        environment.LeaveText(before);
        return default;
    }

    private FeelValue Decide(Evaluation inner)
    {
        if (outputs.Length == 1)
        {
            return inner.ValueOf(outputs[0]);
        }

        var context = new FeelContext.Builder();
        foreach (var output in outputs)
        {
            context.Set(output.Variable, inner.ValueOf(output));
        }

        return FeelValue.From(context.Build());
    }
}
