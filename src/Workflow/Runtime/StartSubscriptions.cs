using System.Collections.Immutable;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution;
using Approvals.Workflow.Execution.Elements.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Compilation;

namespace Approvals.Workflow.Runtime;

/// <summary>
/// The start events of deployed versions that wait for a message, a signal or a timer. They belong to a version; only those of the
/// version that new instances get now are heard.
/// </summary>
internal sealed class StartSubscriptions(ProcessRuntime runtime)
{
    private static readonly SqlText Insert = new(
        """
        INSERT INTO start_subscription (key, definition, process_id, element, kind, name, due, repetitions, interval)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """
    );

    private static readonly SqlText ByName = new(
        "SELECT key, definition, process_id FROM start_subscription WHERE kind = ?1 AND name = ?2 ORDER BY key DESC"
    );

    private static readonly SqlText Load = new(
        "SELECT definition, process_id, element, due, repetitions, interval FROM start_subscription WHERE key = ?1"
    );

    private static readonly SqlText SetTimer = new(
        "UPDATE start_subscription SET due = ?2, repetitions = ?3 WHERE key = ?1"
    );

    /// <summary>Opens what a version waits for from <paramref name="from"/> on.</summary>
    public static void Open(
        SqlSession session,
        Func<long> newKey,
        long definition,
        ProcessDefinition process,
        DateTimeOffset from,
        FeelEnvironment feel
    )
    {
        foreach (var element in process.Content.TriggeredStarts.SelectMany(index => Deciding(process, index)))
        {
            foreach (var trigger in element.Triggers)
            {
                Open(session, newKey, definition, process.Id, element.Id, trigger, from, feel);
            }
        }
    }

    /// <summary>The event itself, or those after an event-based gateway that instantiates.</summary>
    private static IEnumerable<CatchEvent> Deciding(ProcessDefinition process, int index) =>
        process.Elements[index] is CatchEvent waiting
            ? [waiting]
            : process
                .Elements[index]
                .Outgoing.Select(flow => process.Elements[process.Flows[flow].Target])
                .OfType<CatchEvent>();

    /// <summary>Starts an instance by a message; its key, or null when no process begins with it.</summary>
    public long? StartByMessage(TurnScope scope, string name, ImmutableArray<Variable> variables) =>
        Find(scope, "message", name) is [var start, ..] ? Start(scope, start, variables) : null;

    /// <summary>What a signal starts: one start event of every process that listens.</summary>
    public IReadOnlyList<long> FindBySignal(TurnScope scope, string name) => Find(scope, "signal", name);

    /// <summary>Starts an instance at the event; its key, or null when its version is no longer the one that starts.</summary>
    public long? Start(TurnScope scope, long key, ImmutableArray<Variable> variables)
    {
        using var rows = scope.Session.Query(Load, key);
        if (!rows.Next())
        {
            return null;
        }

        var (definition, processId, element) = (rows.Integer(0), rows.Text(1), rows.Text(2));
        rows.Dispose();
        if (runtime.Definitions.FindLatest(scope.Session, processId, scope.Now)?.Key != definition)
        {
            return null;
        }

        var (instance, rejection) = runtime.StartVersion(scope, definition, owner: 0, variables, element);
        return rejection is null
            ? instance
            : throw new InvalidOperationException($"The start event '{element}' of {definition}: {rejection.Code}.");
    }

    /// <summary>A timer of a start event has come: the instance, and the next firing.</summary>
    public void Fire(TurnScope scope, long key)
    {
        DateTimeOffset due;
        int repetitions;
        string? interval;
        using (var rows = scope.Session.Query(Load, key))
        {
            if (!rows.Next() || rows.IsNull(3) || rows.Instant(3) > scope.Now)
            {
                return;
            }

            (due, repetitions, interval) = (rows.Instant(3), (int)rows.Integer(4), rows.TextOrNull(5));
        }

        var next = Timers.Next(new(due, repetitions, interval), scope.Now);
        scope.Session.Execute(SetTimer, key, next?.Due, next?.Repetitions ?? 0);
        Start(scope, key, []);
    }

    private static void Open(
        SqlSession session,
        Func<long> newKey,
        long definition,
        string processId,
        string element,
        EventTrigger trigger,
        DateTimeOffset from,
        FeelEnvironment feel
    )
    {
        var (kind, name) = trigger switch
        {
            MessageTrigger message => ("message", Text(message.Name, feel)),
            SignalTrigger signal => ("signal", Text(signal.Name, feel)),
            TimerTrigger => ("timer", null),
            _ => (null, null),
        };
        if (kind is null)
        {
            return;
        }

        var timer = trigger is TimerTrigger start
            ? Timers.Schedule(start.Form, Evaluate(start.Value, feel), from)
            : null;
        session.Execute(
            Insert,
            newKey(),
            definition,
            processId,
            element,
            kind,
            name,
            timer?.Due,
            timer?.Repetitions,
            timer?.Interval
        );
    }

    /// <summary>A name that is FEEL has no variables to read here: it is a text or the event is never heard.</summary>
    private static string? Text(ModelValue value, FeelEnvironment feel) =>
        Evaluate(value, feel) is { Kind: FeelKind.String } text ? text.AsString() : null;

    private static FeelValue Evaluate(ModelValue value, FeelEnvironment feel) =>
        value.Expression is { } expression
            ? expression.Evaluate(EmptyScope.Instance, feel)
            : FeelValue.From(value.Text);

    private List<long> Find(TurnScope scope, string kind, string name)
    {
        var found = new List<long>();
        var processes = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<(long Key, long Definition, string Process)>();
        using (var rows = scope.Session.Query(ByName, kind, name))
        {
            while (rows.Next())
            {
                all.Add((rows.Integer(0), rows.Integer(1), rows.Text(2)));
            }
        }

        foreach (var (key, definition, process) in all)
        {
            if (
                !processes.Contains(process)
                && runtime.Definitions.FindLatest(scope.Session, process, scope.Now)?.Key == definition
            )
            {
                processes.Add(process);
                found.Add(key);
            }
        }

        return found;
    }
}
