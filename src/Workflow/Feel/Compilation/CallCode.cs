using System.Runtime.CompilerServices;
using Approvals.Workflow.Feel.Functions;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Compilation;

[InlineArray(Capacity)]
internal struct ArgumentBuffer
{
    public const int Capacity = 4;
    private FeelValue first;
}

/// <summary>A call whose function is known when the text is compiled: no lookup, no allocation up to four arguments.</summary>
internal sealed class BuiltInCall(BuiltIn function, Code[] arguments, string[]? names) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var buffer = default(ArgumentBuffer);
        Span<FeelValue> values =
            arguments.Length <= ArgumentBuffer.Capacity
                ? ((Span<FeelValue>)buffer)[..arguments.Length]
                : new FeelValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(activation);
        }

        activation.Environment.At(Position, Length);
        activation.Environment.Step();
        return names is null
            ? function.Invoke(values, activation.Environment)
            : function.Invoke(names, values, activation.Environment);
    }
}

/// <summary>A call of a function that is a value.</summary>
internal sealed class ValueCall(Code callee, Code[] arguments, string[]? names) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var target = callee.Evaluate(activation);
        if (target.Kind != FeelKind.Function)
        {
            return target.IsNull
                ? Fail(activation, "undefined", "There is no such function.")
                : Fail(activation, "type", $"A {Kinds.NameOf(target)} cannot be called.");
        }

        var values = new FeelValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(activation);
        }

        var function = target.AsFunction();
        activation.Environment.At(Position, Length);
        if (names is null)
        {
            return function.Invoke(values, activation.Environment);
        }

        return function is BuiltIn builtIn
            ? builtIn.Invoke(names, values, activation.Environment)
            : InvokeNamed(function, values, activation);
    }

    private FeelValue InvokeNamed(FeelFunction function, FeelValue[] values, in Activation activation)
    {
        var parameters = function.Parameters;
        var ordered = new FeelValue[parameters.Count];
        var given = new bool[parameters.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var at = IndexOf(parameters, names![i]);
            if (at < 0 || given[at])
            {
                return Fail(activation, "arguments", $"There is no parameter '{names[i]}', or it is there twice.");
            }

            (ordered[at], given[at]) = (values[i], true);
        }

        return values.Length == ordered.Length
            ? function.Invoke(ordered, activation.Environment)
            : Fail(activation, "arguments", $"The function takes {ordered.Length} arguments, not {values.Length}.");
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
