using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events;

/// <summary>
/// Terminate end event (BPMN §13.5.6): everything else in its scope ends here and now. A process ends with it, a sub-process goes
/// on as completed.
/// </summary>
internal sealed class TerminateEndEventBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        Lifecycle.Complete(step, instance);
        return null;
    }

    public override void Left(EngineStep step, ElementInstance instance) => EndScopeOf(step, instance);

    /// <summary>Ends what is around the end event that was left; a scope that is gone already stays so.</summary>
    public static void EndScopeOf(EngineStep step, ElementInstance end)
    {
        if (!step.IsAlive(end.Scope))
        {
            return;
        }

        if (end.Scope.Owner is not null)
        {
            Ending.TerminateAll(step, end.Scope);
            return;
        }

        ClockBehavior.StopAll(step);
        Ending.TerminateAll(step, end.Scope);
        Ending.Complete(step, terminated: true);
    }
}
