using System.Runtime.CompilerServices;

namespace Approvals.Workflow.Feel.Compilation;

/// <summary>Ends an evaluation, instead of the process, when high trees and deep calls together exhaust the stack.</summary>
internal sealed class StackGuard(Code inner) : Code
{
    public override FeelValue Evaluate(in Activation activation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return inner.Evaluate(activation);
    }
}
