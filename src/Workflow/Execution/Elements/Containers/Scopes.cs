using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Containers;

/// <summary>The begin of a scope, the same for processes, called processes and sub-processes.</summary>
internal static class Scopes
{
    /// <summary>Its data objects are there, and its event sub-processes are waited for. After a fault it waits for none of them.</summary>
    /// <param name="faulty">The start event whose trigger can't be evaluated.</param>
    public static Fault? Open(EngineStep step, ScopeState scope, out Element? faulty)
    {
        faulty = null;
        var content = scope.Content;
        if (!content.DataObjects.IsEmpty)
        {
            step.Set(
                scope.Key,
                [
                    .. content
                        .DataObjects.Select(data => data.Variable)
                        .Where(name => !scope.Variables.Contains(name))
                        .Distinct(StringComparer.Ordinal)
                        .Select(name => new Variable(name, FeelValue.Null)),
                ]
            );
        }

        if (!content.EventSubProcesses.IsEmpty && EventSubProcesses.Open(step, scope, out faulty) is { } fault)
        {
            return fault;
        }

        return null;
    }

    /// <summary>Its none start event begins, or without one everything that no flow leads to.</summary>
    public static void Start(EngineStep step, ScopeState scope)
    {
        var content = scope.Content;
        Start(step, scope, content.Starts.IsEmpty ? content.ImplicitStarts : content.Starts);
    }

    public static void Start(EngineStep step, ScopeState scope, ImmutableArray<int> elements)
    {
        foreach (var index in elements)
        {
            // The first to begin may already have ended the scope.
            if (step.IsAlive(scope))
            {
                Lifecycle.Enter(step, scope.Definition.Elements[index], scope, flowId: null);
            }
        }

        step.Touch(scope);
    }
}
