using System.Diagnostics;
using Approvals.Kernel;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Handling;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution;

/// <summary>
/// The process engine: pure. A step decides on one command, runs to the next wait state and gives the events, which it has
/// applied to the state it was given; or it rejects the command and leaves the state alone. What goes wrong inside a process
/// becomes an incident; an exception is a bug, after which the state must be dropped.
/// </summary>
public static class Engine
{
    public static StepResult Step(StepContext context, ProcessInstanceState state, EngineCommand command)
    {
        var step = new EngineStep(context, state);
        if (Decide(step, command) is { } rejection)
        {
            Debug.Assert(step.Events.Count == 0, "A rejected command has no events.");
            return new([], rejection, More: state.CanMove);
        }

        Lifecycle.Run(step);
        return new(step.Events, null, More: state.CanMove);
    }

    private static Rejection? Decide(EngineStep step, EngineCommand command)
    {
        if (command is StartInstance start)
        {
            return Instances.Start(step, start);
        }

        if (command is TriggerStart trigger)
        {
            return Instances.Start(step, trigger);
        }

        if (!step.State.IsActive)
        {
            return Rejection.Of("instance.not-active");
        }

        if (step.State.IsSuspended && !Suspending.Allows(command))
        {
            return Rejection.Of("instance.suspended");
        }

        return command switch
        {
            CompleteUserTask c => UserTasks.Complete(step, c),
            ClaimUserTask c => UserTasks.Claim(step, c),
            UnclaimUserTask c => UserTasks.Unclaim(step, c),
            CompleteJob c => Jobs.Complete(step, c),
            FailJob c => Jobs.Fail(step, c),
            ThrowJobError c => Jobs.ThrowError(step, c),
            TriggerTimer c => Triggers.Timer(step, c),
            CorrelateMessage c => Triggers.Message(step, c),
            BroadcastSignal c => Triggers.Signal(step, c),
            TriggerClock c => ProcessClocks.Trigger(step, c),
            RecomputeClocks => ProcessClocks.Recompute(step),
            ResolveIncident c => Incidents.Resolve(step, c),
            SetVariables c => Instances.SetVariables(step, c),
            ActivateAdHocElements c => AdHoc.Activate(step, c),
            CancelInstance c => Instances.Cancel(step, c),
            SuspendInstance c => Suspending.Suspend(step, c),
            ResumeInstance c => Suspending.Resume(step, c),
            MigrateInstance c => Migrating.Migrate(step, c),
            ModifyInstance c => Modifying.Modify(step, c),
            Continue => null,
            HandOverUserTask c => Handovers.HandOver(step, c),
            DelegateUserTask c => Handovers.Delegate(step, c),
            ResolveDelegation c => Handovers.Resolve(step, c),
            AddSigner c => Signers.Add(step, c),
            RemoveSigner c => Signers.Remove(step, c),
            SignUserTask c => Signers.Sign(step, c),
            ReturnUserTask c => Returns.Return(step, c),
            WithdrawUserTask c => Returns.Withdraw(step, c),
            CopyUserTask c => TaskNotices.Copy(step, c),
            UrgeUserTask c => TaskNotices.Urge(step, c),
            _ => throw new ArgumentException($"Unknown command {command.GetType().Name}.", nameof(command)),
        };
    }
}
