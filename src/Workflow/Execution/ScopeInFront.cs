using System.Collections.Immutable;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution;

/// <summary>A few values in front of a scope, for one expression.</summary>
internal sealed class ScopeInFront(IFeelScope behind, ImmutableArray<Variable> values) : IFeelScope
{
    public bool TryGetValue(string name, out FeelValue value)
    {
        foreach (var each in values)
        {
            if (each.Name == name)
            {
                value = each.Value;
                return true;
            }
        }

        return behind.TryGetValue(name, out value);
    }
}
