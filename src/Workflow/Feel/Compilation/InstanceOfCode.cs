using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Compilation;

internal sealed class InstanceOfCode(Code value, FeelType type) : Code
{
    public override FeelValue Evaluate(in Activation activation) =>
        FeelValue.From(type.Includes(value.Evaluate(activation), activation.Environment));
}
