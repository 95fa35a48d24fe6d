using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Simulation;

/// <summary>A process that was to be started and begins only when something triggers it.</summary>
internal sealed class PendingStart(int number, ProcessDefinition definition)
{
    /// <summary>The number its instance will bear.</summary>
    public int Number { get; } = number;

    public ProcessDefinition Definition { get; } = definition;

    /// <summary>The trigger that the run takes by itself when no other comes: the first of the file.</summary>
    public StartTrigger First { get; } = StartTrigger.Of(definition).First();

    /// <summary>The earliest timer among its triggers, and when it fires.</summary>
    public (StartTrigger Trigger, DateTimeOffset Due)? Timer { get; init; }
}

/// <summary>The variables that a run was given.</summary>
internal sealed class GivenVariables(ImmutableArray<Variable> variables) : IFeelScope
{
    public ImmutableArray<Variable> All { get; } = variables;

    public bool TryGetValue(string name, out FeelValue value)
    {
        foreach (var variable in All)
        {
            if (variable.Name == name)
            {
                value = variable.Value;
                return true;
            }
        }

        value = default;
        return false;
    }
}
