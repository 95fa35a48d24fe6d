using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Compilation;

/// <summary>`function(a, b) body`: makes a closure over the variables it can see.</summary>
internal sealed class FunctionCode(
    string[] names,
    FeelType[] types,
    FeelType? result,
    int firstSlot,
    Code body,
    Func<int> frameSize
) : Code
{
    public FeelType? Result => result;
    public string[] Names => names;
    public FeelType[] Types => types;
    public int FirstSlot => firstSlot;
    public Code Body => body;

    public override FeelValue Evaluate(in Activation activation)
    {
        var captured = new FeelValue[frameSize()];
        activation.Locals.CopyTo(captured, 0);
        return FeelValue.From(new Closure(this, captured, activation.Scope));
    }
}

/// <summary>A function of the text together with what it saw where it was made.</summary>
internal sealed class Closure(FunctionCode code, FeelValue[] captured, IFeelScope scope) : FeelFunction
{
    public override string? Name => null;

    public override IReadOnlyList<string> Parameters => code.Names;

    public override IReadOnlyList<FeelType> ParameterTypes => code.Types;

    public override FeelType? ResultType => code.Result;

    /// <summary>Lets a named function see itself; only between its making and its first use.</summary>
    public void Bind(int slot, FeelValue self) => captured[slot] = self;

    public override FeelValue Invoke(ReadOnlySpan<FeelValue> arguments, FeelEnvironment environment)
    {
        if (arguments.Length != code.Names.Length)
        {
            return environment.Fail(
                "arguments",
                $"The function takes {code.Names.Length} arguments, not {arguments.Length}."
            );
        }

        var locals = (FeelValue[])captured.Clone();
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!code.Types[i].TryConvert(arguments[i], environment, out locals[code.FirstSlot + i]))
            {
                return environment.Fail(
                    "arguments",
                    $"The argument '{code.Names[i]}' is a {Kinds.NameOf(arguments[i])}, not a {code.Types[i]}."
                );
            }
        }

        environment.EnterCall();
        var result = code.Body.Evaluate(new Activation(scope, environment, locals));
        environment.LeaveCall();
        return result;
    }
}

/// <summary>An external function is refused (DMN 1.5 §10.3.2.13.3 leaves support open): it is null with a diagnostic.</summary>
internal sealed class ExternalFunctionCode : Code
{
    public override FeelValue Evaluate(in Activation activation) =>
        Fail(activation, "external", "External functions (Java, PMML) are not available here.");
}
