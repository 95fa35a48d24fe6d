namespace Approvals.Workflow.Feel.Compilation;

/// <summary>Three-valued conjunction (DMN 1.5 table 50): false wins over null; what is no boolean counts as null.</summary>
internal sealed class AndCode(Code left, Code right) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var first = left.Evaluate(activation);
        if (first.IsFalse)
        {
            return first;
        }

        var second = right.Evaluate(activation);
        return second.IsFalse ? second
            : first.IsTrue && second.IsTrue ? second
            : FeelValue.Null;
    }
}

/// <summary>Three-valued disjunction: true wins over null.</summary>
internal sealed class OrCode(Code left, Code right) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var first = left.Evaluate(activation);
        if (first.IsTrue)
        {
            return first;
        }

        var second = right.Evaluate(activation);
        return second.IsTrue ? second
            : first.IsFalse && second.IsFalse ? second
            : FeelValue.Null;
    }
}

/// <summary>Only true takes the first branch: false, null and everything else take the second.</summary>
internal sealed class IfCode(Code condition, Code then, Code otherwise) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var chosen = condition.Evaluate(activation);
        if (chosen.Kind is not (FeelKind.Boolean or FeelKind.Null))
        {
            Fail(activation, "type", $"A condition is a boolean, not a {Values.Kinds.NameOf(chosen)}.");
        }

        return chosen.IsTrue ? then.Evaluate(activation) : otherwise.Evaluate(activation);
    }
}
