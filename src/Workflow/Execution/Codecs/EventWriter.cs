using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>Which fields each event writes, in order; <see cref="EventReader"/> is its mirror.</summary>
internal static class EventWriter
{
    public static void Write(EventJson json, WorkflowEvent workflowEvent)
    {
        switch (workflowEvent)
        {
            case InstanceStarted e:
                json.Type("instanceStarted");
                json.Number(EventNames.Key, e.InstanceKey);
                json.Text(EventNames.Process, e.ProcessId);
                json.Text(EventNames.Element, e.StartElementId);
                break;
            case InstanceCompleted e:
                json.Type("instanceCompleted");
                json.Flag(EventNames.Terminated, e.Terminated);
                break;
            case InstanceCanceled e:
                json.Type("instanceCanceled");
                json.Text(EventNames.Reason, e.Reason);
                break;
            case ElementActivated e:
                json.Type("elementActivated");
                json.Number(EventNames.Key, e.Key);
                json.Text(EventNames.Element, e.ElementId);
                json.Number(EventNames.Scope, e.ScopeKey);
                json.Text(EventNames.Flow, e.FlowId);
                json.Flag(EventNames.Body, e.IsBody);
                break;
            case ElementCompleted e:
                json.Type("elementCompleted");
                json.Number(EventNames.Key, e.Key);
                json.Text(EventNames.Element, e.ElementId);
                break;
            case ElementTerminated e:
                json.Type("elementTerminated");
                json.Number(EventNames.Key, e.Key);
                json.Text(EventNames.Element, e.ElementId);
                break;
            case FlowTaken e:
                json.Type("flowTaken");
                json.Text(EventNames.Flow, e.FlowId);
                json.Number(EventNames.Scope, e.ScopeKey);
                break;
            case TokensDiscarded e:
                json.Type("tokensDiscarded");
                json.Number(EventNames.Scope, e.ScopeKey);
                break;
            case VariablesSet e:
                json.Type("variablesSet");
                json.Number(EventNames.Scope, e.ScopeKey);
                json.Variables(EventNames.Variables, e.Variables);
                break;
            case JobCreated e:
                json.Type("jobCreated");
                json.Number(EventNames.Key, e.Key);
                json.Number(EventNames.Owner, e.ElementInstanceKey);
                json.Text(EventNames.Element, e.ElementId);
                json.Text(EventNames.JobType, e.Type);
                json.Number(EventNames.Retries, e.Retries);
                json.Pairs(EventNames.Headers, e.Headers);
                break;
            case JobCompleted e:
                json.Type("jobCompleted");
                json.Number(EventNames.Key, e.Key);
                break;
            case JobFailed e:
                json.Type("jobFailed");
                json.Number(EventNames.Key, e.Key);
                json.Text(EventNames.Message, e.Message);
                json.Number(EventNames.Retries, e.RetriesLeft);
                json.Instant(EventNames.RetryAt, e.RetryAt);
                break;
            case JobErrorThrown e:
                json.Type("jobErrorThrown");
                json.Number(EventNames.Key, e.Key);
                json.Text(EventNames.Code, e.Code);
                break;
            case JobRetriesSet e:
                json.Type("jobRetriesSet");
                json.Number(EventNames.Key, e.Key);
                json.Number(EventNames.Retries, e.Retries);
                break;
            case JobCanceled e:
                json.Type("jobCanceled");
                json.Number(EventNames.Key, e.Key);
                break;
            case UserTaskCreated e:
                json.Type("userTaskCreated");
                json.Number(EventNames.Key, e.Key);
                json.Number(EventNames.Owner, e.ElementInstanceKey);
                json.Text(EventNames.Element, e.ElementId);
                json.Text(EventNames.Assignee, e.Assignee);
                json.Texts(EventNames.Groups, e.CandidateGroups);
                json.Texts(EventNames.Users, e.CandidateUsers);
                json.Instant(EventNames.Due, e.DueDate);
                json.Instant(EventNames.FollowUp, e.FollowUpDate);
                json.Number(EventNames.Priority, e.Priority);
                json.Text(EventNames.FormId, e.FormId);
                json.Text(EventNames.FormKey, e.FormKey);
                break;
            case UserTaskClaimed e:
                json.Type("userTaskClaimed");
                json.Number(EventNames.Key, e.Key);
                json.Text(EventNames.Actor, e.ActorId);
                break;
            case UserTaskUnclaimed e:
                json.Type("userTaskUnclaimed");
                json.Number(EventNames.Key, e.Key);
                json.Text(EventNames.Actor, e.ActorId);
                break;
            case UserTaskCompleted e:
                json.Type("userTaskCompleted");
                json.Number(EventNames.Key, e.Key);
                json.Text(EventNames.Element, e.ElementId);
                json.Text(EventNames.Actor, e.ActorId);
                json.Text(EventNames.Outcome, e.Outcome);
                break;
            case UserTaskCanceled e:
                json.Type("userTaskCanceled");
                json.Number(EventNames.Key, e.Key);
                break;
            case TimerScheduled e:
                json.Type("timerScheduled");
                json.Number(EventNames.Key, e.Key);
                json.Number(EventNames.Owner, e.ElementInstanceKey);
                json.Text(EventNames.Element, e.ElementId);
                json.Instant(EventNames.Due, e.Due);
                json.Number(EventNames.Repetitions, e.Repetitions);
                json.Text(EventNames.Interval, e.Interval);
                break;
            case TimerTriggered e:
                json.Type("timerTriggered");
                json.Number(EventNames.Key, e.Key);
                json.Text(EventNames.Element, e.ElementId);
                break;
            case TimerCanceled e:
                json.Type("timerCanceled");
                json.Number(EventNames.Key, e.Key);
                break;
            case MessageSubscriptionOpened e:
                json.Type("messageSubscriptionOpened");
                json.Number(EventNames.Key, e.Key);
                json.Number(EventNames.Owner, e.ElementInstanceKey);
                json.Text(EventNames.Element, e.ElementId);
                json.Text(EventNames.Name, e.MessageName);
                json.Text(EventNames.CorrelationKey, e.CorrelationKey);
                break;
            case MessageCorrelated e:
                json.Type("messageCorrelated");
                json.Number(EventNames.Key, e.Key);
                json.Text(EventNames.Element, e.ElementId);
                break;
            case MessageSubscriptionClosed e:
                json.Type("messageSubscriptionClosed");
                json.Number(EventNames.Key, e.Key);
                break;
            case IncidentRaised e:
                json.Type("incidentRaised");
                json.Number(EventNames.Key, e.Key);
                json.Number(EventNames.Owner, e.ElementInstanceKey);
                json.Text(EventNames.Element, e.ElementId);
                json.Text(EventNames.Kind, EventNames.Of(e.IncidentKind));
                json.Text(EventNames.Message, e.Message);
                json.Text(EventNames.Resolution, e.Resolution);
                json.Text(EventNames.RetryAtPhase, EventNames.Of(e.RetryAt));
                break;
            case IncidentResolved e:
                json.Type("incidentResolved");
                json.Number(EventNames.Key, e.Key);
                json.Number(EventNames.Owner, e.ElementInstanceKey);
                break;
            case ClockStarted e:
                json.Type("clockStarted");
                json.Text(EventNames.Clock, e.ClockId);
                json.Day(EventNames.Day, e.StartDay);
                json.Number(EventNames.Limit, e.LimitDays);
                json.Number(EventNames.RemindBefore, e.RemindBefore);
                json.Dates(EventNames.Dates, e.Dates);
                break;
            case ClockPaused e:
                json.Type("clockPaused");
                json.Text(EventNames.Clock, e.ClockId);
                json.Day(EventNames.Day, e.Day);
                break;
            case ClockResumed e:
                json.Type("clockResumed");
                json.Text(EventNames.Clock, e.ClockId);
                json.Day(EventNames.Day, e.Day);
                json.Dates(EventNames.Dates, e.Dates);
                break;
            case ClockRecomputed e:
                json.Type("clockRecomputed");
                json.Text(EventNames.Clock, e.ClockId);
                json.Dates(EventNames.Dates, e.Dates);
                break;
            case ClockExtended e:
                json.Type("clockExtended");
                json.Text(EventNames.Clock, e.ClockId);
                json.Number(EventNames.Limit, e.LimitDays);
                json.Dates(EventNames.Dates, e.Dates);
                break;
            case ClockReminded e:
                json.Type("clockReminded");
                json.Text(EventNames.Clock, e.ClockId);
                break;
            case ClockExpired e:
                json.Type("clockExpired");
                json.Text(EventNames.Clock, e.ClockId);
                break;
            case ClockStopped e:
                json.Type("clockStopped");
                json.Text(EventNames.Clock, e.ClockId);
                json.Day(EventNames.Day, e.Day);
                break;
            case { Kind: >= EventKind.UserTaskCreated and <= EventKind.UserTaskCanceled }:
                UserTaskEvents.Write(json, workflowEvent);
                break;
            default:
                if (!OperationEvents.Write(json, workflowEvent))
                {
                    ContainerEvents.Write(json, workflowEvent);
                }

                break;
        }
    }
}
