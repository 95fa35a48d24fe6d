using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.State;

/// <summary>
/// The only code that changes state: one event, one change, the same for a running step and for a replay. Events that don't
/// fit the state are a broken journal or a bug: <see cref="InvalidDataException"/>.
/// </summary>
public static class Apply
{
    /// <summary>The state that a journal gives.</summary>
    /// <param name="called">Needed when the instance has called other processes.</param>
    public static ProcessInstanceState Replay(
        ProcessDefinition definition,
        IEnumerable<WorkflowEvent> events,
        ICalledProcesses? called = null
    )
    {
        var state = new ProcessInstanceState(definition) { CalledProcesses = called };
        foreach (var each in events)
        {
            Event(state, each);
        }

        return state;
    }

    public static void Event(ProcessInstanceState state, WorkflowEvent workflowEvent)
    {
        switch (workflowEvent.Kind)
        {
            case EventKind.InstanceStarted:
                Start(state, (InstanceStarted)workflowEvent);
                break;
            case EventKind.InstanceCompleted:
                state.Status = ((InstanceCompleted)workflowEvent).Terminated
                    ? InstanceStatus.Terminated
                    : InstanceStatus.Completed;
                break;
            case EventKind.InstanceCanceled:
                state.Status = InstanceStatus.Canceled;
                break;
            case EventKind.InstanceMigrated:
                ApplyMigration.Migrate(state, (InstanceMigrated)workflowEvent);
                break;
            case EventKind.InstanceSuspended:
                state.IsSuspended = true;
                break;
            case EventKind.InstanceResumed:
                state.IsSuspended = false;
                break;
            case EventKind.ElementActivated:
                ApplyTokens.Activate(state, (ElementActivated)workflowEvent);
                break;
            case EventKind.ElementCompleted:
                ApplyTokens.Remove(state, ((ElementCompleted)workflowEvent).Key, isCompleted: true);
                break;
            case EventKind.ElementTerminated:
                ApplyTokens.Remove(state, ((ElementTerminated)workflowEvent).Key, isCompleted: false);
                break;
            case EventKind.FlowTaken:
                ApplyTokens.Take(state, (FlowTaken)workflowEvent);
                break;
            case EventKind.TokensDiscarded:
                ApplyTokens.Discard(state, (TokensDiscarded)workflowEvent);
                break;
            case EventKind.TokensJoined:
                ApplyTokens.Join(state, (TokensJoined)workflowEvent);
                break;
            case EventKind.GatewayReset:
                ApplyTokens.Reset(state, (GatewayReset)workflowEvent);
                break;
            case EventKind.VariablesSet:
                Set(state, (VariablesSet)workflowEvent);
                break;
            case >= EventKind.LoopStarted and <= EventKind.ProcessCalled:
                ApplyContainers.Event(state, workflowEvent);
                break;
            case >= EventKind.CompensationStarted and <= EventKind.CompensationEnded:
                ApplyCompensation.Event(state, workflowEvent);
                break;
            case >= EventKind.JobCreated and <= EventKind.ConditionSubscriptionClosed:
                ApplyWaits.Event(state, workflowEvent);
                break;
            case EventKind.MessageThrown
            or EventKind.SignalBroadcast
            or EventKind.DecisionEvaluated
            or EventKind.InstanceModified:
                // These say what went out of the instance or came in, or why; its state is in the events around them.
                break;
            case EventKind.IncidentRaised:
                Raise(state, (IncidentRaised)workflowEvent);
                break;
            case EventKind.IncidentResolved:
                Resolve(state, (IncidentResolved)workflowEvent);
                break;
            default:
                ApplyClocks.Event(state, workflowEvent);
                break;
        }
    }

    /// <summary>Keys are given one after the other; a gap or a repetition is a broken journal.</summary>
    internal static long TakeKey(ProcessInstanceState state, long key)
    {
        if (key != state.NextKey)
        {
            throw new InvalidDataException($"The key {key} is not the next one, {state.NextKey}.");
        }

        state.LastKey++;
        return key;
    }

    internal static ScopeState Scope(ProcessInstanceState state, long key) =>
        state.Root.Key == key ? state.Root
        : state.Elements.TryFind(key, out var owner) && owner.Inner is { } inner ? inner
        : throw new InvalidDataException($"There is no scope with the key {key}.");

    /// <summary>The scope when the element is the start of one of its event sub-processes, else the element instance.</summary>
    internal static WaitOwner Owner(ProcessInstanceState state, long key, string elementId)
    {
        if (key == state.Root.Key)
        {
            return state.Root;
        }

        var instance = state.Elements.Get(key);
        return instance.Inner is { } inner && inner.Definition.FindElement(elementId) is StartEvent ? inner : instance;
    }

    private static void Start(ProcessInstanceState state, InstanceStarted started)
    {
        if (state.Status != InstanceStatus.None)
        {
            throw new InvalidDataException("The instance has already started.");
        }

        state.InstanceKey = started.InstanceKey;
        state.Root = new(started.InstanceKey, state.Definition);
        state.StartElement = started.StartElementId;
        state.Status = InstanceStatus.Active;
        state.Clocks = state.Definition.Clocks.IsEmpty ? [] : new ClockState?[state.Definition.Clocks.Length];
    }

    private static void Set(ProcessInstanceState state, VariablesSet set)
    {
        if (set.ScopeKey == state.Root.Key)
        {
            foreach (var variable in set.Variables)
            {
                state.Root.Variables.Set(variable.Name, variable.Value);
            }

            return;
        }

        var instance = state.Elements.Get(set.ScopeKey);
        foreach (var variable in set.Variables)
        {
            instance.SetLocal(variable.Name, variable.Value);
        }
    }

    private static void Raise(ProcessInstanceState state, IncidentRaised raised)
    {
        var owner = Owner(state, raised.ElementInstanceKey, raised.ElementId);
        var incident = new IncidentState(
            TakeKey(state, raised.Key),
            owner,
            raised.ElementId,
            raised.IncidentKind,
            raised.Message,
            raised.Resolution,
            raised.RetryAt
        );
        owner.Incident = incident;
        state.Incidents.Add(incident);
    }

    private static void Resolve(ProcessInstanceState state, IncidentResolved resolved)
    {
        state.Incidents.Get(resolved.Key).Owner.Incident = null;
        state.Incidents.Remove(resolved.Key);
    }
}
