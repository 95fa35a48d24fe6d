namespace Approvals.Workflow.Execution.State;

public enum InstanceStatus
{
    /// <summary>Not started: the state before <c>InstanceStarted</c>.</summary>
    None,
    Active,
    Completed,

    /// <summary>Ended by a terminate end event.</summary>
    Terminated,

    /// <summary>Ended from outside.</summary>
    Canceled,
}
