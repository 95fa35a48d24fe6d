using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Simulation;

/// <summary>A process instance of a run.</summary>
internal sealed class RunInstance(int number, ProcessInstanceState state)
{
    /// <summary>From 1, in the order in which the run came to need it.</summary>
    public int Number { get; } = number;

    public ProcessInstanceState State { get; } = state;

    /// <summary>Jobs and user tasks up to this key have been dealt with, done or not.</summary>
    public long Worked { get; set; }
}
