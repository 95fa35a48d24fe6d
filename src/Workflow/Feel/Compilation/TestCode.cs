using Approvals.Workflow.Feel.Ast;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Compilation;

/// <summary>
/// `value in (test, …)`, and unary tests: true when one holds, null when none does and one could not be decided
/// (DMN 1.5 table 55).
/// </summary>
internal sealed class InCode(Code value, InTest[] tests, int inputSlot) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var input = value.Evaluate(activation);
        if (inputSlot >= 0)
        {
            activation.Locals[inputSlot] = input;
        }

        bool? any = false;
        foreach (var test in tests)
        {
            var holds = test.Holds(input, activation);
            if (holds == true)
            {
                return FeelValue.True;
            }

            any = holds is null ? null : any;
        }

        return any is null ? FeelValue.Null : FeelValue.False;
    }
}

/// <summary>One test, with its operator when it has one (`&lt; 10`), and whether it names the input itself (`? > 10`).</summary>
internal sealed record InTest(Code Code, BinaryOperator? Comparison, bool NamesInput)
{
    public bool? Holds(FeelValue input, in Activation activation)
    {
        var value = Code.Evaluate(activation);
        switch (Comparison)
        {
            case BinaryOperator.Equal:
                return Comparing.AreEqual(input, value, activation.Environment);
            case BinaryOperator.NotEqual:
                return !Comparing.AreEqual(input, value, activation.Environment);
            case { } comparison:
                return Comparing.Compare(input, value) is { } order ? OrderCode.Holds(comparison, order) : null;
        }

        if (NamesInput && value.Kind is FeelKind.Boolean or FeelKind.Null)
        {
            return value.IsNull ? null : value.IsTrue;
        }

        // An expression that is simply true holds for any input that is no boolean itself.
        if (value.IsTrue && input.Kind != FeelKind.Boolean)
        {
            return true;
        }

        return Membership.Test(input, value, activation.Environment);
    }
}
