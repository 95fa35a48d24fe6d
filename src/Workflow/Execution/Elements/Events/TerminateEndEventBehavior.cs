using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events;

/// <summary>Terminate end event (BPMN §13.5.6): everything else in the process ends here and now.</summary>
internal sealed class TerminateEndEventBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        Lifecycle.Complete(step, instance);
        return null;
    }

    public override void Left(EngineStep step, ElementInstance instance)
    {
        ClockBehavior.StopAll(step);
        Ending.TerminateAll(step);
        Ending.Complete(step, terminated: true);
    }
}
