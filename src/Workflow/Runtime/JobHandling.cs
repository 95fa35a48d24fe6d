using System.Collections.Immutable;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Runtime;

/// <summary>
/// Does jobs of one type inside the turn that created them: SQL and pure code only, safe to run again. Work that takes
/// time or touches the outside is a worker's, after the commit.
/// </summary>
public interface IInlineJobHandler
{
    /// <summary>The job type of the model (<c>zeebe:taskDefinition type</c>).</summary>
    string Type { get; }

    /// <summary>Does the job and gives the variables it completes with.</summary>
    ImmutableArray<Variable> Handle(TurnScope scope, LoadedInstance instance, JobCreated job);
}

/// <summary>Sees what happened in an instance, inside the same turn: domains keep their own rows with it.</summary>
public interface IProcessObserver
{
    void Observe(TurnScope scope, LoadedInstance instance, IReadOnlyList<WorkflowEvent> events);
}
