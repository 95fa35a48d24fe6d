using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Compilation;

/// <summary>
/// `e1 instance of e2` (DMN 1.5 table 61). Null is an instance of Null alone; a type that is no node of the lattice, such as
/// a list of nobody says what, gives null.
/// </summary>
internal sealed class InstanceOfCode(Code value, FeelType? type, string name) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        var tested = value.Evaluate(activation);
        if (type is null)
        {
            return activation.Environment.Fail("type", $"'{name}' alone is no type; write what it is made of.");
        }

        return FeelValue.From(
            tested.IsNull ? type.Kind == FeelKind.Null : type.Includes(tested, activation.Environment)
        );
    }
}
