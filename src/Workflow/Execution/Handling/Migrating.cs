using System.Collections.Immutable;
using Approvals.Kernel;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Elements;
using Approvals.Workflow.Execution.Elements.Events;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.Migration;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Handling;

/// <summary>
/// Moves an instance to another version. What the new version no longer waits for is closed before; afterwards messages and
/// signals are waited for under their new names, jobs of another type are made anew, and what is new on a border or in a scope
/// begins to wait. Open tasks, timers and jobs that are the same keep what they were created with.
/// </summary>
internal static class Migrating
{
    public static Rejection? Migrate(EngineStep step, MigrateInstance command)
    {
        if (step.Context.CalledProcesses is not { } processes)
        {
            throw new ArgumentException("A migration needs the deployed processes.", nameof(command));
        }

        var state = step.State;
        var map = new MigrationMap(state.Definition, processes.Get(command.To), command.Plan);
        if (MigrationCheck.Of(state, map) is [var problem, ..])
        {
            return Rejection.Of("migration.refused", ("element", problem.ElementId), ("why", problem.Message));
        }

        var before = Remember(state, map);
        CloseWhatIsGone(step, map);
        step.Emit(
            new InstanceMigrated(
                command.From,
                command.To,
                [.. command.Plan.Elements.OrderBy(Key)],
                [.. command.Plan.Flows.OrderBy(Key)]
            )
        );
        foreach (var (key, old) in before)
        {
            if (state.Waits.TryFind(key, out var wait))
            {
                Renew(step, wait, old);
            }
        }

        OpenWhatIsNew(step, map);
        return null;
    }

    private static string Key(KeyValuePair<string, string> pair) => pair.Key;

    /// <summary>What every wait of the process itself waited for, by key.</summary>
    private static List<(long Key, Element Old)> Remember(ProcessInstanceState state, MigrationMap map)
    {
        var waits = new List<(long Key, Element Old)>();
        foreach (var wait in state.Waits.Items)
        {
            if (wait.Owner.Definition == map.Source)
            {
                waits.Add((wait.Key, wait.Target));
            }
        }

        return waits;
    }

    private static void CloseWhatIsGone(EngineStep step, MigrationMap map)
    {
        foreach (var wait in step.State.Waits.Items.ToArray())
        {
            if (wait.Owner.Definition == map.Source && !Stays(wait, map))
            {
                Subscriptions.Close(step, wait);
            }
        }
    }

    /// <summary>An event on a border or of a scope stays where it is the same one, on the same host.</summary>
    private static bool Stays(WaitState wait, MigrationMap map)
    {
        var target = map.ElementOf(wait.Target);
        return (wait.Target, target) switch
        {
            (_, null) => false,
            (BoundaryEvent from, BoundaryEvent to) => to.AttachedTo == map.Element(from.AttachedTo)
                && to.IsInterrupting == from.IsInterrupting
                && SameTriggers(from, to),
            (StartEvent from, StartEvent to) => to.Scope == map.Element(from.Scope)
                && to.IsInterrupting == from.IsInterrupting
                && SameTriggers(from, to),
            _ => target.Kind == wait.Target.Kind,
        };
    }

    private static bool SameTriggers(CatchEvent from, CatchEvent to) =>
        from
            .Triggers.Select(trigger => trigger.GetType())
            .SequenceEqual(to.Triggers.Select(trigger => trigger.GetType()));

    /// <summary>The same wait under the words of the new version.</summary>
    private static void Renew(EngineStep step, WaitState wait, Element old)
    {
        switch (wait)
        {
            case MessageSubscriptionState
            or SignalSubscriptionState when !SameNames((CatchEvent)old, (CatchEvent)wait.Target):
                var prepared = new List<Subscription>();
                if (Subscriptions.Prepare(step, wait.Owner, (CatchEvent)wait.Target, prepared) is { } fault)
                {
                    RaiseOn(step, wait, fault);
                    return;
                }

                Subscriptions.Close(step, wait);
                Subscriptions.Open(step, wait.Owner, prepared);
                break;
            case JobState when !SameJob(old, wait.Target):
                var owner = (ElementInstance)wait.Owner;
                Subscriptions.Close(step, wait);
                if (owner.Incident is null && ElementBehaviors.Of(owner).Activate(step, owner) is { } failed)
                {
                    Lifecycle.Raise(step, owner, failed, ElementPhase.Activating);
                }

                break;
        }
    }

    private static void RaiseOn(EngineStep step, WaitState wait, Fault fault)
    {
        if (wait.Owner is ElementInstance { Incident: null } instance)
        {
            Lifecycle.Raise(step, instance, fault, ElementPhase.Waiting);
        }
    }

    private static bool SameNames(CatchEvent from, CatchEvent to) =>
        from.Triggers.Select(Words).SequenceEqual(to.Triggers.Select(Words), StringComparer.Ordinal);

    private static string Words(EventTrigger trigger) =>
        trigger switch
        {
            MessageTrigger message => $"{Text(message.Name)}\n{(message.CorrelationKey is { } key ? Text(key) : "")}",
            SignalTrigger signal => Text(signal.Name),
            _ => "",
        };

    private static bool SameJob(Element from, Element to) =>
        (from, to) is (JobTask before, JobTask after)
            ? Text(before.Job.Type) == Text(after.Job.Type) && before.Job.Headers.SequenceEqual(after.Job.Headers)
            : (from, to) is not (ThrowEvent, ThrowEvent)
                || Text(((ThrowEvent)from).Job?.Type) == Text(((ThrowEvent)to).Job?.Type);

    private static string Text(ModelValue? value) => value is null ? "" : value.Text ?? "=" + value.Expression!.Text;

    private static void OpenWhatIsNew(EngineStep step, MigrationMap map)
    {
        var state = step.State;
        OpenStarts(step, state.Root, map);
        foreach (var instance in state.Elements.Items.ToArray())
        {
            if (instance.Scope.DefinitionKey != 0 || !state.Elements.TryFind(instance.Key, out _))
            {
                continue;
            }

            if (instance.Round == 0)
            {
                var events = instance.Element.Boundaries.Select(index => (CatchEvent)map.Target.Elements[index]);
                Open(step, instance, instance, events, map);
            }

            if (instance.Inner is { DefinitionKey: 0, Loop: null } inner)
            {
                OpenStarts(step, inner, map);
            }
        }
    }

    private static void OpenStarts(EngineStep step, ScopeState scope, MigrationMap map)
    {
        var starts = scope.Content.EventSubProcesses.SelectMany(index =>
            ((SubProcess)map.Target.Elements[index]).Content.TriggeredStarts.Select(start =>
                map.Target.Elements[start] as CatchEvent
            )
        );
        Open(step, scope, scope.Owner, starts.OfType<CatchEvent>(), map);
    }

    private static void Open(
        EngineStep step,
        WaitOwner owner,
        ElementInstance? blamed,
        IEnumerable<CatchEvent> events,
        MigrationMap map
    )
    {
        var prepared = new List<Subscription>();
        foreach (var each in events.Where(each => !map.IsReached(each.Index)).ToImmutableArray())
        {
            if (Subscriptions.Prepare(step, owner, each, prepared) is { } fault)
            {
                if (blamed is { Incident: null })
                {
                    Lifecycle.Raise(step, blamed, fault, ElementPhase.Waiting);
                }

                return;
            }
        }

        Subscriptions.Open(step, owner, prepared);
    }
}
