using Approvals.Kernel;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>Stops an instance and lets it go on.</summary>
internal static class Suspending
{
    /// <summary>What still may happen to an instance that is suspended: what an operator does, and what its clocks say.</summary>
    public static bool Allows(EngineCommand command) =>
        command
            is ResumeInstance
                or CancelInstance
                or ModifyInstance
                or MigrateInstance
                or SetVariables
                or TriggerClock
                or RecomputeClocks;

    public static Rejection? Suspend(EngineStep step, SuspendInstance command)
    {
        if (step.State.IsSuspended)
        {
            return Rejection.Of("instance.suspended");
        }

        step.Emit(new InstanceSuspended(command.Reason));
        return null;
    }

    public static Rejection? Resume(EngineStep step, ResumeInstance command)
    {
        if (!step.State.IsSuspended)
        {
            return Rejection.Of("instance.not-suspended");
        }

        step.Emit(new InstanceResumed(command.Reason));
        return null;
    }
}
