using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Compilation;

internal sealed class ListCode(Code[] items) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var values = new FeelValue[items.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = items[i].Evaluate(activation);
        }

        return FeelValue.From(values);
    }
}

/// <summary>A context literal: each entry sees the ones before it, and a function also itself.</summary>
internal sealed class ContextCode((string Name, int Slot, Code Value)[] entries) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var context = new FeelContext.Builder();
        foreach (var (name, slot, code) in entries)
        {
            var value = code.Evaluate(activation);
            activation.Locals[slot] = value;
            if (code is FunctionCode && value.Reference is Closure closure)
            {
                closure.Bind(slot, value);
            }

            context.Set(name, value);
        }

        return FeelValue.From(context.Build());
    }
}

internal sealed class RangeCode(Code start, bool startIncluded, Code end, bool endIncluded) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var (from, to) = (start.Evaluate(activation), end.Evaluate(activation));
        var sound = (from.IsNull, to.IsNull) switch
        {
            (true, true) => false,
            (false, false) => Comparing.Compare(from, to) is not null,
            _ => Comparing.Compare(from.IsNull ? to : from, from.IsNull ? to : from) is not null,
        };
        return sound
            ? FeelValue.From(new FeelRange(from, startIncluded && !from.IsNull, to, endIncluded && !to.IsNull))
            : Fail(activation, "range", $"A {Kinds.NameOf(from)} and a {Kinds.NameOf(to)} are no ends of a range.");
    }
}

/// <summary>`(&lt; 10)` as a value: the range open to one side; `(= 10)` and `(!= 10)` are ranges too.</summary>
internal sealed class OpenRangeCode(Ast.BinaryOperator comparison, Code operand) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var end = operand.Evaluate(activation);
        if (Comparing.Compare(end, end) is null)
        {
            return Fail(activation, "range", $"A {Kinds.NameOf(end)} is no end of a range.");
        }

        var range = comparison switch
        {
            Ast.BinaryOperator.Less => new FeelRange(default, false, end, false, true),
            Ast.BinaryOperator.LessEqual => new FeelRange(default, false, end, true, true),
            Ast.BinaryOperator.Greater => new FeelRange(end, false, default, false, true),
            Ast.BinaryOperator.GreaterEqual => new FeelRange(end, true, default, false, true),
            Ast.BinaryOperator.Equal => new FeelRange(end, true, end, true, true),
            _ => new FeelRange(end, false, end, false, true),
        };
        return FeelValue.From(range);
    }
}
