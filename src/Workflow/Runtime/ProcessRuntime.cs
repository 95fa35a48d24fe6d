using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution;
using Approvals.Workflow.Execution.Codecs;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Runtime.Decisions;
using Approvals.Workflow.Runtime.Messages;

namespace Approvals.Workflow.Runtime;

/// <summary>
/// The engine inside a turn: loads the instance, steps it until it waits (doing inline jobs on the way), and writes its
/// journal record, its state row and the changed rows of the work tables. Used on the writer's thread only.
/// </summary>
public sealed class ProcessRuntime
{
    public const string EventType = "workflow.instance";

    /// <summary>The key sequence of process instances; a key is the number times <see cref="ProcessInstanceState.KeysPerInstance"/>.</summary>
    private const string Sequence = "process-instance";

    private readonly FrozenDictionary<string, IInlineJobHandler> handlers;
    private readonly ImmutableArray<IProcessObserver> observers;
    private readonly Func<WorkingCalendar> calendar;
    private readonly InstanceStates states;
    private readonly StartSubscriptions starts;
    private readonly MessageInbox messages;
    private readonly SignalInbox signals;
    private readonly WorkTables tables = new();
    private readonly ArrayBufferWriter<byte> record = new(4096);
    private readonly List<WorkflowEvent> happened = [];

    public ProcessRuntime(
        DefinitionCache definitions,
        Func<WorkingCalendar> calendar,
        IEnumerable<IInlineJobHandler>? handlers = null,
        IEnumerable<IProcessObserver>? observers = null
    )
    {
        Definitions = definitions;
        this.calendar = calendar;
        this.handlers = (handlers ?? []).ToFrozenDictionary(handler => handler.Type, StringComparer.Ordinal);
        this.observers = [.. observers ?? []];
        states = new InstanceStates(definitions);
        starts = new StartSubscriptions(this);
        messages = new MessageInbox(this, starts);
        signals = new SignalInbox(this, starts);
    }

    public DefinitionCache Definitions { get; }

    public DecisionCache Decisions { get; } = new();

    /// <summary>
    /// Starts an instance of the latest deployed version for <paramref name="owner"/>. Rejections:
    /// <c>workflow.not-deployed</c> and the engine's own.
    /// </summary>
    public (long InstanceKey, Rejection? Rejection) Start(
        TurnScope scope,
        string processId,
        long owner,
        ImmutableArray<Variable> variables
    )
    {
        if (Definitions.FindLatest(scope.Session, processId, scope.Now) is not { } deployment)
        {
            return (0, Rejection.Of("workflow.not-deployed", ("process", processId)));
        }

        return Start(scope, deployment, owner, variables, startElement: null);
    }

    /// <summary>Starts an instance of one version, at a start event with a trigger or at its none start event (null).</summary>
    public (long InstanceKey, Rejection? Rejection) StartVersion(
        TurnScope scope,
        long definition,
        long owner,
        ImmutableArray<Variable> variables,
        string? startElement
    ) => Start(scope, Definitions.Get(scope.Session, definition), owner, variables, startElement);

    /// <summary>Publishes a message; it is delivered in a turn of its own. Rejections: <c>message.repeated</c>, <c>message.time-to-live</c>.</summary>
    public static Rejection? Publish(TurnScope scope, MessagePublication message) =>
        MessageInbox.Publish(scope, message);

    /// <summary>Throws a signal to every instance and process that listens now; each hears it in a turn of its own.</summary>
    public void BroadcastSignal(TurnScope scope, string name, ImmutableArray<Variable> variables) =>
        signals.Broadcast(scope, name, variables, thrower: 0);

    internal void DeliverMessage(TurnScope scope, long key) => messages.Deliver(scope, key);

    internal void DeliverSignal(TurnScope scope, long key) => signals.Deliver(scope, key);

    internal void FireStart(TurnScope scope, long key) => starts.Fire(scope, key);

    private (long InstanceKey, Rejection? Rejection) Start(
        TurnScope scope,
        Deployment deployment,
        long owner,
        ImmutableArray<Variable> variables,
        string? startElement
    )
    {
        var key = scope.NewKey(Sequence) * ProcessInstanceState.KeysPerInstance;
        var instance = new LoadedInstance(
            key,
            deployment,
            owner,
            scope.Now,
            new ProcessInstanceState(deployment.Definition)
        );
        states.Add(scope, instance);
        return (
            key,
            Run(
                scope,
                instance,
                startElement is null
                    ? new StartInstance(key, variables)
                    : new TriggerStart(key, startElement, variables, [])
            )
        );
    }

    /// <summary>
    /// Gives an instance a command. Null when it happened; <c>workflow.no-instance</c> or the engine's rejection, with
    /// nothing written, when not.
    /// </summary>
    public Rejection? Execute(TurnScope scope, long instanceKey, EngineCommand command) =>
        states.Find(scope, instanceKey) is { } instance
            ? Run(scope, instance, command)
            : Rejection.Of("workflow.no-instance");

    /// <summary>The instance as it stands now, inside the turn; null when there is none.</summary>
    public LoadedInstance? Find(TurnScope scope, long instanceKey) => states.Find(scope, instanceKey);

    /// <summary>The instance that a task, job, timer or subscription belongs to, from the key alone.</summary>
    public static long InstanceOf(long key) => key & -ProcessInstanceState.KeysPerInstance;

    private Rejection? Run(TurnScope scope, LoadedInstance instance, EngineCommand command)
    {
        happened.Clear();
        var context = new StepContext(scope.Now, calendar(), scope.Actor)
        {
            CalledProcesses = new DeployedProcesses(Definitions, scope.Session, scope.Now),
            Decisions = new DeployedDecisions(Decisions, Definitions, scope.Session),
        };
        try
        {
            var result = Engine.Step(context, instance.State, command);
            if (result.Rejection is { } rejection)
            {
                return rejection;
            }

            happened.AddRange(result.Events);
            if (command is MigrateInstance migrated)
            {
                instance.Deployment = Definitions.Get(scope.Session, migrated.To);
            }

            RunInlineJobs(scope, instance, context with { Actor = Actor.System("inline") });
        }
        catch
        {
            // A step that threw leaves the state unusable: the next turn loads it again.
            states.Drop(instance.Key);
            throw;
        }

        Write(scope, instance);
        return null;
    }

    private void RunInlineJobs(TurnScope scope, LoadedInstance instance, StepContext context)
    {
        for (var i = 0; i < happened.Count; i++)
        {
            if (
                happened[i] is not JobCreated job
                || !handlers.TryGetValue(job.Type, out var handler)
                // Another branch of the same step may have ended the instance, and the job with it.
                || !instance.State.Waits.TryFind(job.Key, out _)
            )
            {
                continue;
            }

            var variables = handler.Handle(scope, instance, job);
            var result = Engine.Step(context, instance.State, new CompleteJob(job.Key, variables));
            if (result.Rejection is { } rejection)
            {
                throw new InvalidOperationException($"Job {job.Type} could not complete: {rejection.Code}.");
            }

            happened.AddRange(result.Events);
        }
    }

    /// <summary>What the instance threw goes on its way to the others.</summary>
    private void Carry(TurnScope scope, LoadedInstance instance)
    {
        foreach (var each in happened)
        {
            switch (each)
            {
                case MessageThrown e:
                    var message = new MessagePublication(
                        e.Name,
                        e.CorrelationKey,
                        e.Variables,
                        MessagePublication.Thrown
                    );
                    if (MessageInbox.Publish(scope, message) is { } rejection)
                    {
                        throw new InvalidOperationException($"The message of '{e.ElementId}': {rejection.Code}.");
                    }

                    break;
                case SignalBroadcast e:
                    signals.Broadcast(scope, e.Name, e.Variables, instance.Key);
                    break;
            }
        }
    }

    private void Write(TurnScope scope, LoadedInstance instance)
    {
        instance.Version++;
        record.ResetWrittenCount();
        EventCodec.Write(happened, record);
        scope.Append(instance.Key, instance.Version, EventType, EventCodec.SchemaVersion, record.WrittenMemory);
        states.Save(scope, instance);
        tables.Write(scope.Session, scope.Now, instance, happened);
        Carry(scope, instance);
        foreach (var observer in observers)
        {
            observer.Observe(scope, instance, happened);
        }
    }
}
