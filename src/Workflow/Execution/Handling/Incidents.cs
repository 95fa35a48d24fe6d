using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Elements.Events;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>Trying again after an incident.</summary>
internal static class Incidents
{
    public static Rejection? Resolve(EngineStep step, ResolveIncident command)
    {
        if (!step.State.Incidents.TryFind(command.Key, out var incident))
        {
            return Rejection.Of("incident.unknown");
        }

        step.Emit(new IncidentResolved(incident.Key, incident.Owner.Key));
        if (incident.Owner is not ElementInstance instance)
        {
            Retry(step, (ScopeState)incident.Owner, incident);
            return null;
        }

        switch (incident.RetryAt)
        {
            case ElementPhase.Entering or ElementPhase.Activating:
                Lifecycle.Begin(step, instance, incident.RetryAt);
                break;
            case ElementPhase.Waiting:
                Retry(step, instance, Math.Max(1, command.JobRetries));
                break;
            case ElementPhase.Completing or ElementPhase.Leaving when instance.Inner is { IsEmpty: false }:
                // Something has begun inside meanwhile: its end completes the instance.
                break;
            case ElementPhase.Completing:
                Lifecycle.Complete(step, instance);
                break;
            case ElementPhase.Leaving:
                Lifecycle.Leave(step, instance);
                break;
        }

        return null;
    }

    private static void Retry(EngineStep step, ScopeState scope, IncidentState incident)
    {
        if (incident.RetryAt == ElementPhase.Entering)
        {
            Instances.Begin(step);
        }
        else
        {
            Subscriptions.Reopen(step, scope, (CatchEvent)scope.Definition.FindElement(incident.ElementId)!);
        }
    }

    private static void Retry(EngineStep step, ElementInstance instance, int retries)
    {
        for (var wait = instance.Waits; wait is not null; wait = wait.Next)
        {
            if (wait is JobState)
            {
                step.Emit(new JobRetriesSet(wait.Key, retries));
                return;
            }
        }
    }
}
