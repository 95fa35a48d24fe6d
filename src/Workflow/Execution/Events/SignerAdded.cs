using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Events;

/// <summary>加签: a sub-record of the task. Either the person or the group is named.</summary>
/// <param name="Key">Of the sub-record, out of the instance's keys.</param>
public sealed record SignerAdded(
    long Key,
    long TaskKey,
    SignerOrder Order,
    string? UserId,
    string? Group,
    string ActorId,
    string Reason
) : WorkflowEvent
{
    public override EventKind Kind => EventKind.SignerAdded;
}
