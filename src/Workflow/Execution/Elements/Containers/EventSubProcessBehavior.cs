using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Containers;

/// <summary>Event sub-process (BPMN §13.5.4): begins with its start event, whose trigger has come; see <see cref="EventSubProcesses"/>.</summary>
internal sealed class EventSubProcessBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance)
    {
        var scope = instance.Inner!;
        if (Scopes.Open(step, scope, out _) is { } fault)
        {
            return fault;
        }

        Scopes.Start(step, scope, scope.Content.TriggeredStarts);
        return null;
    }
}
