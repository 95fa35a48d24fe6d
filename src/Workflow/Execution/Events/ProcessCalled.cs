namespace Approvals.Workflow.Execution.Events;

/// <summary>The call activity with this key has a process inside from now on (BPMN §13.3.4). With <see cref="PassesVariables"/>
/// it begins with copies of all variables in sight of the caller.</summary>
public sealed record ProcessCalled(long Key, string ProcessId, long DefinitionKey, bool PassesVariables) : WorkflowEvent
{
    public override EventKind Kind => EventKind.ProcessCalled;
}
