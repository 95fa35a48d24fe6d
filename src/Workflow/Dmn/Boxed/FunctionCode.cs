using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Dmn.Boxed;

/// <summary>A boxed function definition: makes a function over the scope it stands in.</summary>
internal sealed class FunctionCode(string? name, string[] parameters, FeelType[] types, FeelType result, BoxedCode body)
    : BoxedCode
{
    public FeelType Result => result;
    public string? Name => name;
    public string[] Parameters => parameters;
    public FeelType[] Types => types;
    public BoxedCode Body => body;

    public override FeelValue Evaluate(IFeelScope scope, FeelEnvironment environment) =>
        FeelValue.From(new BoxedFunction(this, scope));
}

/// <summary>A function of a model: a boxed one, or a business knowledge model.</summary>
internal sealed class BoxedFunction(FunctionCode code, IFeelScope scope) : FeelFunction
{
    public override string? Name => code.Name;

    public override IReadOnlyList<string> Parameters => code.Parameters;

    public override IReadOnlyList<FeelType> ParameterTypes => code.Types;

    public override FeelType? ResultType => code.Result.Kind is null ? null : code.Result;

    public override FeelValue Invoke(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        if (arguments.Length != code.Parameters.Length)
        {
            return environment.Fail(
                "arguments",
                $"The function takes {code.Parameters.Length} arguments, not {arguments.Length}."
            );
        }

        var inner = scope;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!code.Types[i].TryConvert(arguments[i], environment, out var value))
            {
                return environment.Fail(
                    "arguments",
                    TypeMessage.Of($"The argument '{code.Parameters[i]}'", arguments[i], code.Types[i])
                );
            }

            inner = new NameScope(inner, code.Parameters[i], value);
        }

        environment.EnterCall();
        var result = code.Body.Evaluate(inner, environment);
        environment.LeaveCall();
        return result;
    }
}
