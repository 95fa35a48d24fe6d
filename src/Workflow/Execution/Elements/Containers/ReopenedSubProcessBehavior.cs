using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Containers;

/// <summary>
/// A completed sub-process that is compensated: its compensation event sub-process runs, or without one everything inside is
/// compensated. It ends without mappings and flows.
/// </summary>
internal sealed class ReopenedSubProcessBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        var scope = instance.Inner!;
        foreach (var start in EventSubProcesses.StartsOf(scope))
        {
            if (start.Triggers is [CompensationTrigger])
            {
                EventSubProcesses.Trigger(step, scope, start, []);
                return null;
            }
        }

        step.Emit(new CompensationStarted(step.State.NextKey, scope.Key, 0, null, Cancels: false));
        return null;
    }

    public override Fault? ChooseFlows(EngineStep step, ElementInstance instance, List<int> chosen) => null;

    public override void InsideEnded(EngineStep step, ElementInstance instance) => Lifecycle.Leave(step, instance);
}
