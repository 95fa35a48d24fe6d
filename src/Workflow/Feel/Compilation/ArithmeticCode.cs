using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Compilation;

internal sealed class AddCode(Code left, Code right) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var (a, b) = (left.Evaluate(activation), right.Evaluate(activation));
        if (a.IsSmallInteger && b.IsSmallInteger)
        {
            var sum = unchecked(a.Bits + b.Bits);
            if (((a.Bits ^ sum) & (b.Bits ^ sum)) >= 0)
            {
                return FeelValue.From(sum);
            }
        }

        activation.Environment.At(Position, Length);
        return Arithmetic.Add(a, b, activation.Environment);
    }
}

internal sealed class SubtractCode(Code left, Code right) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var (a, b) = (left.Evaluate(activation), right.Evaluate(activation));
        if (a.IsSmallInteger && b.IsSmallInteger)
        {
            var difference = unchecked(a.Bits - b.Bits);
            if (((a.Bits ^ b.Bits) & (a.Bits ^ difference)) >= 0)
            {
                return FeelValue.From(difference);
            }
        }

        activation.Environment.At(Position, Length);
        return Arithmetic.Subtract(a, b, activation.Environment);
    }
}

internal sealed class MultiplyCode(Code left, Code right) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var (a, b) = (left.Evaluate(activation), right.Evaluate(activation));
        if (a.IsSmallInteger && b.IsSmallInteger)
        {
            var high = Math.BigMul(a.Bits, b.Bits, out var low);
            if (high == low >> 63)
            {
                return FeelValue.From(low);
            }
        }

        activation.Environment.At(Position, Length);
        return Arithmetic.Multiply(a, b, activation.Environment);
    }
}

internal sealed class DivideCode(Code left, Code right) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var (a, b) = (left.Evaluate(activation), right.Evaluate(activation));
        activation.Environment.At(Position, Length);
        return Arithmetic.Divide(a, b, activation.Environment);
    }
}

internal sealed class PowerCode(Code left, Code right) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var (a, b) = (left.Evaluate(activation), right.Evaluate(activation));
        activation.Environment.At(Position, Length);
        return Arithmetic.Power(a, b, activation.Environment);
    }
}

internal sealed class NegateCode(Code operand) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var value = operand.Evaluate(activation);
        activation.Environment.At(Position, Length);
        return Arithmetic.Negate(value, activation.Environment);
    }
}
