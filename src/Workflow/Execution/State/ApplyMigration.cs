using System.Collections.Immutable;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.Migration;

namespace Approvals.Workflow.Execution.State;

/// <summary>Moves a state to another version of its process; part of <see cref="Apply"/>.</summary>
internal static class ApplyMigration
{
    public static void Migrate(ProcessInstanceState state, InstanceMigrated migrated)
    {
        var target =
            state.CalledProcesses?.Get(migrated.To)
            ?? throw new InvalidDataException($"The definition {migrated.To} is not at hand.");
        var plan = new MigrationPlan
        {
            Elements = migrated.Elements.ToImmutableDictionary(StringComparer.Ordinal),
            Flows = migrated.Flows.ToImmutableDictionary(StringComparer.Ordinal),
        };
        var map = new MigrationMap(state.Definition, target, plan);
        MoveClocks(state, map);
        MoveCompletions(state, map);
        foreach (var incident in state.Incidents.Items)
        {
            if (incident.Owner.Definition == state.Definition)
            {
                incident.ElementId = Moved(map, incident.ElementId);
            }
        }

        foreach (var wait in state.Waits.Items)
        {
            if (wait.Owner.Definition == state.Definition)
            {
                wait.Target = map.ElementOf(wait.Target) ?? throw NoPlace(wait.Target.Id);
            }
        }

        foreach (var instance in state.Elements.Items)
        {
            if (instance.Scope.DefinitionKey == 0)
            {
                instance.Element = map.ElementOf(instance.Element) ?? throw NoPlace(instance.Element.Id);
            }
        }

        state.Ready.Map(token =>
            token is { Flow: >= 0, Scope.DefinitionKey: 0 } ? new(token.Scope, map.Flow(token.Flow)) : token
        );
        state.Root.MoveTo(map);
        foreach (var instance in state.Elements.Items)
        {
            if (instance.Inner is { DefinitionKey: 0 } inner)
            {
                inner.MoveTo(map);
            }
        }

        state.Definition = target;
    }

    private static void MoveClocks(ProcessInstanceState state, MigrationMap map)
    {
        var clocks = new ClockState?[map.Target.Clocks.Length];
        foreach (var clock in state.Clocks)
        {
            if (clock is not null)
            {
                clocks[map.Target.IndexOfClock(clock.Id)] = clock;
            }
        }

        state.Clocks = clocks;
    }

    private static void MoveCompletions(ProcessInstanceState state, MigrationMap map)
    {
        if (state.Completions is not { } completions)
        {
            return;
        }

        state.Completions =
        [
            .. completions
                .Select(each => each.DefinitionKey == 0 ? each with { Element = map.Element(each.Element) } : each)
                .Where(each => each.Element >= 0),
        ];
    }

    private static string Moved(MigrationMap map, string id) =>
        map.Source.FindElement(id) is { } source && map.ElementOf(source) is { } target ? target.Id : id;

    private static InvalidDataException NoPlace(string id) =>
        new($"'{id}' has no place in the other version: the events don't fit the state.");
}
