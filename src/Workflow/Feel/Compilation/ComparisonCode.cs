using Approvals.Workflow.Feel.Ast;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Compilation;

internal sealed class EqualCode(Code left, Code right, bool negated) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var (a, b) = (left.Evaluate(activation), right.Evaluate(activation));
        if (a.Kind == FeelKind.String && b.Kind == FeelKind.String)
        {
            return FeelValue.From(string.Equals(a.AsString(), b.AsString(), StringComparison.Ordinal) != negated);
        }

        if (Comparing.AreEqual(a, b, activation.Environment) is { } equal)
        {
            return FeelValue.From(equal != negated);
        }

        return Fail(
            activation,
            "type",
            $"A {Kinds.NameOf(a)} cannot be compared with a {Kinds.NameOf(b)} in this way."
        );
    }
}

/// <summary>The four order operators.</summary>
internal sealed class OrderCode(Code left, BinaryOperator comparison, Code right) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var (a, b) = (left.Evaluate(activation), right.Evaluate(activation));
        if (a.IsSmallInteger && b.IsSmallInteger)
        {
            return FeelValue.From(Holds(comparison, a.Bits.CompareTo(b.Bits)));
        }

        if (Comparing.Compare(a, b) is { } order)
        {
            return FeelValue.From(Holds(comparison, order));
        }

        return Fail(activation, "type", $"A {Kinds.NameOf(a)} and a {Kinds.NameOf(b)} have no order.");
    }

    public static bool Holds(BinaryOperator comparison, int order) =>
        comparison switch
        {
            BinaryOperator.Less => order < 0,
            BinaryOperator.LessEqual => order <= 0,
            BinaryOperator.Greater => order > 0,
            _ => order >= 0,
        };
}

internal sealed class BetweenCode(Code value, Code low, Code high) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var tested = value.Evaluate(activation);
        var (from, to) = (low.Evaluate(activation), high.Evaluate(activation));
        if (Comparing.Compare(from, tested) is { } first && Comparing.Compare(tested, to) is { } last)
        {
            return FeelValue.From(first <= 0 && last <= 0);
        }

        return Fail(
            activation,
            "type",
            $"A {Kinds.NameOf(tested)} is not between a {Kinds.NameOf(from)} and a {Kinds.NameOf(to)}."
        );
    }
}
