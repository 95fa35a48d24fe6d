namespace Approvals.Workflow.Execution.State;

/// <summary>Where an element instance goes on after an incident.</summary>
public enum ElementPhase
{
    /// <summary>Input mappings, boundary events, then what the element does.</summary>
    Entering,

    /// <summary>The same with the boundary events already waiting.</summary>
    Activating,

    /// <summary>It waits for a worker, who gets the job again.</summary>
    Waiting,

    /// <summary>Output mappings.</summary>
    Completing,

    /// <summary>The choice of flows and what passing them starts.</summary>
    Leaving,
}
