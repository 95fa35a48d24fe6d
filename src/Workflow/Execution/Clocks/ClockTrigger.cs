namespace Approvals.Workflow.Execution.Clocks;

public enum ClockTrigger
{
    /// <summary>提醒: the reminder day has begun.</summary>
    Reminder,

    /// <summary>超期: the last day of the limit is over.</summary>
    Expiry,
}
