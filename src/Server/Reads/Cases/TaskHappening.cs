using Approvals.Workflow.Execution.Events;

namespace Approvals.Server.Reads.Cases;

/// <summary>转办、委托、加签…: what somebody did with a task beside completing it.</summary>
/// <param name="Position">Its record's place in the journal, which orders what happened at one instant.</param>
/// <param name="Step">环节: the name of the task's element.</param>
/// <param name="People">Whom it concerns: the new holder, the signer, those who read along.</param>
/// <param name="Group"><c>role@unit</c> when it concerns a group.</param>
public sealed record TaskHappening(
    DateTimeOffset At,
    long Position,
    WorkflowEvent Event,
    string Step,
    Doer By,
    IReadOnlyList<Doer> People,
    string? Group = null
);
