using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Elements.Containers;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>What people choose to do in ad-hoc sub-processes.</summary>
internal static class AdHoc
{
    public static Rejection? Activate(EngineStep step, ActivateAdHocElements command)
    {
        if (
            !step.State.Elements.TryFind(command.Key, out var instance)
            || instance is not { Incident: null, Inner.AdHoc: { IsEnding: false } }
        )
        {
            return Rejection.Of("adhoc.unknown");
        }

        foreach (var id in command.ElementIds)
        {
            if (!AdHocSubProcessBehavior.CanBegin(instance, id))
            {
                return Rejection.Of("adhoc.element-unknown", ("element", id));
            }
        }

        step.Emit(new ElementsEnabled(instance.Key, command.ElementIds));
        return null;
    }
}
