using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>Makes events from the fields that were read; the mirror of <see cref="EventWriter"/>.</summary>
internal static class EventReader
{
    public static WorkflowEvent Create(EventFields f) =>
        f.Type switch
        {
            "instanceStarted" => new InstanceStarted(
                f.Number(EventNames.Key),
                f.Text(EventNames.Process),
                f.OptionalText(EventNames.Element)
            ),
            "instanceCompleted" => new InstanceCompleted(f.Flag(EventNames.Terminated)),
            "instanceCanceled" => new InstanceCanceled(f.Text(EventNames.Reason)),
            "elementActivated" => new ElementActivated(
                f.Number(EventNames.Key),
                f.Text(EventNames.Element),
                f.Number(EventNames.Scope),
                f.OptionalText(EventNames.Flow),
                f.Flag(EventNames.Body)
            ),
            "elementCompleted" => new ElementCompleted(f.Number(EventNames.Key), f.Text(EventNames.Element)),
            "elementTerminated" => new ElementTerminated(f.Number(EventNames.Key), f.Text(EventNames.Element)),
            "flowTaken" => new FlowTaken(f.Text(EventNames.Flow), f.Number(EventNames.Scope)),
            "tokensDiscarded" => new TokensDiscarded(f.Number(EventNames.Scope)),
            "variablesSet" => new VariablesSet(f.Number(EventNames.Scope), f.Variables(EventNames.Variables)),
            "jobCreated" => new JobCreated(
                f.Number(EventNames.Key),
                f.Number(EventNames.Owner),
                f.Text(EventNames.Element),
                f.Text(EventNames.JobType),
                f.Integer(EventNames.Retries),
                f.Pairs(EventNames.Headers)
            ),
            "jobCompleted" => new JobCompleted(f.Number(EventNames.Key)),
            "jobFailed" => new JobFailed(
                f.Number(EventNames.Key),
                f.Text(EventNames.Message),
                f.Integer(EventNames.Retries),
                f.OptionalInstant(EventNames.RetryAt)
            ),
            "jobErrorThrown" => new JobErrorThrown(f.Number(EventNames.Key), f.Text(EventNames.Code)),
            "jobRetriesSet" => new JobRetriesSet(f.Number(EventNames.Key), f.Integer(EventNames.Retries)),
            "jobCanceled" => new JobCanceled(f.Number(EventNames.Key)),
            "userTaskCreated" => new UserTaskCreated(
                f.Number(EventNames.Key),
                f.Number(EventNames.Owner),
                f.Text(EventNames.Element),
                f.OptionalText(EventNames.Assignee),
                f.Texts(EventNames.Groups),
                f.Texts(EventNames.Users),
                f.OptionalInstant(EventNames.Due),
                f.OptionalInstant(EventNames.FollowUp),
                f.Integer(EventNames.Priority),
                f.OptionalText(EventNames.FormId),
                f.OptionalText(EventNames.FormKey)
            ),
            "userTaskClaimed" => new UserTaskClaimed(f.Number(EventNames.Key), f.Text(EventNames.Actor)),
            "userTaskUnclaimed" => new UserTaskUnclaimed(f.Number(EventNames.Key), f.Text(EventNames.Actor)),
            "userTaskCompleted" => new UserTaskCompleted(
                f.Number(EventNames.Key),
                f.Text(EventNames.Element),
                f.Text(EventNames.Actor),
                f.OptionalText(EventNames.Outcome)
            ),
            "userTaskCanceled" => new UserTaskCanceled(f.Number(EventNames.Key)),
            "timerScheduled" => new TimerScheduled(
                f.Number(EventNames.Key),
                f.Number(EventNames.Owner),
                f.Text(EventNames.Element),
                f.Instant(EventNames.Due),
                f.Integer(EventNames.Repetitions),
                f.OptionalText(EventNames.Interval)
            ),
            "timerTriggered" => new TimerTriggered(f.Number(EventNames.Key), f.Text(EventNames.Element)),
            "timerCanceled" => new TimerCanceled(f.Number(EventNames.Key)),
            "messageSubscriptionOpened" => new MessageSubscriptionOpened(
                f.Number(EventNames.Key),
                f.Number(EventNames.Owner),
                f.Text(EventNames.Element),
                f.Text(EventNames.Name),
                f.OptionalText(EventNames.CorrelationKey)
            ),
            "messageCorrelated" => new MessageCorrelated(f.Number(EventNames.Key), f.Text(EventNames.Element)),
            "messageSubscriptionClosed" => new MessageSubscriptionClosed(f.Number(EventNames.Key)),
            "incidentRaised" => new IncidentRaised(
                f.Number(EventNames.Key),
                f.Number(EventNames.Owner),
                f.Text(EventNames.Element),
                EventNames.IncidentKindOf(f.Text(EventNames.Kind)),
                f.Text(EventNames.Message),
                f.Text(EventNames.Resolution),
                EventNames.ElementPhaseOf(f.Text(EventNames.RetryAtPhase))
            ),
            "incidentResolved" => new IncidentResolved(f.Number(EventNames.Key), f.Number(EventNames.Owner)),
            "clockStarted" => new ClockStarted(
                f.Text(EventNames.Clock),
                f.Day(EventNames.Day),
                f.Integer(EventNames.Limit),
                f.Integer(EventNames.RemindBefore),
                f.Dates(EventNames.Dates)
            ),
            "clockPaused" => new ClockPaused(f.Text(EventNames.Clock), f.Day(EventNames.Day)),
            "clockResumed" => new ClockResumed(
                f.Text(EventNames.Clock),
                f.Day(EventNames.Day),
                f.Dates(EventNames.Dates)
            ),
            "clockRecomputed" => new ClockRecomputed(f.Text(EventNames.Clock), f.Dates(EventNames.Dates)),
            "clockExtended" => new ClockExtended(
                f.Text(EventNames.Clock),
                f.Integer(EventNames.Limit),
                f.Dates(EventNames.Dates)
            ),
            "clockReminded" => new ClockReminded(f.Text(EventNames.Clock)),
            "clockExpired" => new ClockExpired(f.Text(EventNames.Clock)),
            "clockStopped" => new ClockStopped(f.Text(EventNames.Clock), f.Day(EventNames.Day)),
            _ => OperationEvents.Create(f)
                ?? ContainerEvents.Create(f)
                ?? UserTaskEvents.Create(f)
                ?? throw new InvalidDataException($"The journal has no events of the type '{f.Type}' in schema 1."),
        };
}
