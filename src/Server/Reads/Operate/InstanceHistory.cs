using Approvals.Server.Operations;
using Approvals.Server.Reads.Cases;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Server.Reads.Operate;

/// <summary>One thing that happened to an instance. <see cref="Code"/> names the sentence; the rest fills it where it is known.</summary>
/// <param name="By">Who acted; the platform for what happened by itself.</param>
/// <param name="Detail">The reason of an operator, the message of an incident, the names of variables.</param>
public sealed record InstanceHappening(DateTimeOffset At, string Code, Doer By, string? Step, string? Detail);

/// <summary>The journal of an instance as an operator reads it: what moved, and who moved it. Bookkeeping of the engine is left out.</summary>
internal static class InstanceHistory
{
    public static IReadOnlyList<InstanceHappening> Of(InstanceReading instance, Doers doers)
    {
        var told = new List<InstanceHappening>();
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var element in instance.Deployment.Definition.Elements)
        {
            names[element.Id] = element.Name ?? element.Id;
        }

        foreach (var (record, happened) in instance.Happened())
        {
            if (Told(happened) is var (code, element, detail))
            {
                var step = element is null ? null : names.GetValueOrDefault(element, element);
                told.Add(new(record.At, code, doers.Find(record.Actor), step, detail));
            }
        }

        return told;
    }

    private static (string Code, string? Element, string? Detail)? Told(WorkflowEvent happened) =>
        happened switch
        {
            InstanceStarted => ("started", null, null),
            InstanceCompleted => ("completed", null, null),
            InstanceCanceled e => ("canceled", null, e.Reason),
            InstanceSuspended e => ("suspended", null, e.Reason),
            InstanceResumed e => ("resumed", null, e.Reason),
            InstanceModified e => ("modified", null, e.Reason),
            InstanceMigrated => ("migrated", null, null),
            ElementActivated { IsBody: false } e => ("entered", e.ElementId, null),
            ElementCompleted e => ("left", e.ElementId, null),
            ElementTerminated e => ("ended", e.ElementId, null),
            IncidentRaised e => ("incident", e.ElementId, e.Message),
            IncidentResolved => ("resolved", null, null),
            UserTaskReturned e => ("returned", e.ElementId, e.Reason),
            UserTaskWithdrawn e => ("withdrawn", e.ElementId, e.Reason),
            VariablesSet e => ("variables", null, string.Join(", ", e.Variables.Select(variable => variable.Name))),
            _ => null,
        };
}
