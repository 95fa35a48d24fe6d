using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Migration;

/// <summary>
/// Decides whether every token of an instance has a legal place in another version: an element of the same kind, repeating the same
/// way, in the scope that its own scope goes to; for a token before a join, a flow into the join that the old one goes to. Called
/// processes stay with their own versions.
/// </summary>
public static class MigrationCheck
{
    /// <summary>Empty: the instance can move.</summary>
    public static IReadOnlyList<MigrationProblem> Of(ProcessInstanceState state, MigrationMap map)
    {
        var problems = new List<MigrationProblem>();
        CheckParked(state.Root, map, problems);
        foreach (var instance in state.Elements.Items)
        {
            if (instance.Scope.DefinitionKey != 0)
            {
                continue;
            }

            CheckElement(instance, map, problems);
            if (instance.Inner is { DefinitionKey: 0 } inner)
            {
                CheckParked(inner, map, problems);
            }
        }

        foreach (var token in state.Ready.Items())
        {
            if (token is { Flow: >= 0, Scope.DefinitionKey: 0 })
            {
                CheckFlow(token.Scope, token.Flow, map, problems);
            }
        }

        foreach (var clock in state.Clocks)
        {
            if (clock is not null && map.Target.IndexOfClock(clock.Id) < 0)
            {
                problems.Add(
                    new(
                        "clock",
                        clock.Id,
                        $"The clock '{clock.Id}' has started, and the new version has no such clock."
                    )
                );
            }
        }

        return problems;
    }

    private static void CheckElement(ElementInstance instance, MigrationMap map, List<MigrationProblem> problems)
    {
        var source = instance.Element;
        if (map.ElementOf(source) is not { } target)
        {
            problems.Add(
                new("element", source.Id, $"The new version has no '{source.Id}': say where its tokens are to go.")
            );
            return;
        }

        if (target.Kind != source.Kind)
        {
            problems.Add(
                new("kind", source.Id, $"'{source.Id}' is a {source.TypeName}, '{target.Id}' a {target.TypeName}.")
            );
        }
        else if (!SameTriggers(source, target))
        {
            problems.Add(new("trigger", source.Id, $"'{target.Id}' waits for something else than '{source.Id}'."));
        }

        if (!SameLoop(source.Loop, target.Loop))
        {
            problems.Add(new("loop", source.Id, $"'{target.Id}' repeats in another way than '{source.Id}'."));
        }

        if (target.Scope != map.Element(source.Scope))
        {
            problems.Add(
                new(
                    "scope",
                    source.Id,
                    $"'{target.Id}' doesn't stand in the scope that the one around '{source.Id}' goes to."
                )
            );
        }
    }

    private static void CheckParked(ScopeState scope, MigrationMap map, List<MigrationProblem> problems)
    {
        foreach (var compensation in scope.Compensations)
        {
            var id = (compensation.Current ?? (compensation.Pending is [.., var next] ? next : null))?.Element.Id ?? "";
            problems.Add(new("compensation", id, "A compensation runs; move the instance when it is done."));
        }

        foreach (var activity in scope.Completed)
        {
            if (map.IsOf(activity.Element) && map.ElementOf(activity.Element) is not { CompensationHandler: >= 0 })
            {
                var id = activity.Element.Id;
                problems.Add(
                    new(
                        "compensation",
                        id,
                        $"'{id}' can still be compensated, and the new version has no handler for it."
                    )
                );
            }
        }

        if (scope.ParkedTokens == 0 && scope.AwaitedResets.Count == 0)
        {
            return;
        }

        for (var flow = 0; flow < map.Source.Flows.Length; flow++)
        {
            if (scope.ParkedOn(flow) > 0)
            {
                CheckFlow(scope, flow, map, problems);
            }
        }

        foreach (var reset in scope.AwaitedResets)
        {
            if (map.ElementOf(map.Source.Elements[reset.Gateway])?.Kind != ElementKind.ComplexGateway)
            {
                var id = map.Source.Elements[reset.Gateway].Id;
                problems.Add(new("join", id, $"The complex gateway '{id}' waits for its reset and has nowhere to go."));
            }
        }
    }

    private static void CheckFlow(ScopeState scope, int flow, MigrationMap map, List<MigrationProblem> problems)
    {
        var source = map.Source.Flows[flow];
        var from = map.Source.Elements[source.Target];
        if (map.Flow(flow) is not (>= 0 and var index))
        {
            problems.Add(
                new(
                    "flow",
                    from.Id,
                    $"A token waits on '{source.Id}' before '{from.Id}', and the new version has no such flow."
                )
            );
            return;
        }

        var to = map.Target.Elements[map.Target.Flows[index].Target];
        if (to.Kind != from.Kind || to.Scope != map.Element(from.Scope) || map.Element(from.Index) != to.Index)
        {
            problems.Add(
                new(
                    "join",
                    from.Id,
                    $"A token waits before '{from.Id}', and '{map.Target.Flows[index].Id}' doesn't lead to its successor."
                )
            );
        }
    }

    private static bool SameLoop(LoopCharacteristics? source, LoopCharacteristics? target) =>
        (source, target) switch
        {
            (null, null) => true,
            (StandardLoop, StandardLoop) => true,
            (MultiInstance from, MultiInstance to) => from.IsSequential == to.IsSequential,
            _ => false,
        };

    private static bool SameTriggers(Element source, Element target) =>
        source is not CatchEvent from
        || target is CatchEvent to
            && from.IsParallelMultiple == to.IsParallelMultiple
            && from.Triggers.Select(trigger => trigger.GetType())
                .SequenceEqual(to.Triggers.Select(trigger => trigger.GetType()));
}
