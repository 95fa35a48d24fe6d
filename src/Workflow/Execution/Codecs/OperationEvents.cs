using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>The fields of events about what operators do, both ways; part of <see cref="EventWriter"/> and <see cref="EventReader"/>.</summary>
internal static class OperationEvents
{
    /// <summary>False: the event is of another kind.</summary>
    public static bool Write(EventJson json, WorkflowEvent workflowEvent)
    {
        switch (workflowEvent)
        {
            case InstanceSuspended e:
                json.Type("instanceSuspended");
                json.Text(EventNames.Reason, e.Reason);
                return true;
            case InstanceResumed e:
                json.Type("instanceResumed");
                json.Text(EventNames.Reason, e.Reason);
                return true;
            case InstanceModified e:
                json.Type("instanceModified");
                json.Text(EventNames.Reason, e.Reason);
                return true;
            case InstanceMigrated e:
                json.Type("instanceMigrated");
                json.Number(EventNames.From, e.From);
                json.Number(EventNames.To, e.To);
                json.Pairs(EventNames.Elements, e.Elements);
                json.Pairs(EventNames.Flows, e.Flows);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Null: the type is another's.</summary>
    public static WorkflowEvent? Create(EventFields f) =>
        f.Type switch
        {
            "instanceSuspended" => new InstanceSuspended(f.Text(EventNames.Reason)),
            "instanceResumed" => new InstanceResumed(f.Text(EventNames.Reason)),
            "instanceModified" => new InstanceModified(f.Text(EventNames.Reason)),
            "instanceMigrated" => new InstanceMigrated(
                f.Number(EventNames.From),
                f.Number(EventNames.To),
                f.Pairs(EventNames.Elements),
                f.Pairs(EventNames.Flows)
            ),
            _ => null,
        };
}
