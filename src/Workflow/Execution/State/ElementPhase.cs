namespace Approvals.Workflow.Execution.State;

/// <summary>Where an element instance goes on after an incident.</summary>
public enum ElementPhase
{
    /// <summary>Input mappings and what the element does on entry.</summary>
    Entering,

    /// <summary>It waits for a worker, who gets the job again.</summary>
    Waiting,

    /// <summary>Output mappings.</summary>
    Completing,

    /// <summary>The choice of flows and what passing them starts.</summary>
    Leaving,
}
