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
            _ => null,
        };
}
