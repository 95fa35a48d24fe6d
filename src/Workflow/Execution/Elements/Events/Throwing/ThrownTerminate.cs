using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events.Throwing;

/// <summary>The end of the scope, as the last result of an end event with several (BPMN §13.5.6).</summary>
internal sealed class ThrownTerminate : ThrownResult
{
    public override void Give(EngineStep step, ElementInstance thrower, EventTrigger result) =>
        TerminateEndEventBehavior.EndScopeOf(step, thrower);
}
