using Approvals.Kernel;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution;

/// <summary>
/// What a command did: its events, already applied to the state, or a rejection and an untouched state. With
/// <see cref="More"/> tokens are ready to move: any command moves them on, and if no other comes, a <c>Continue</c> must.
/// </summary>
public readonly record struct StepResult(IReadOnlyList<WorkflowEvent> Events, Rejection? Rejection, bool More)
{
    public bool IsRejected => Rejection is not null;
}
