using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Tests.Soundness;

/// <summary>The verdicts from every state of the naive game, as text; null when there are too many states.</summary>
internal static class NaiveCheck
{
    public static string? Of(ProcessDefinition definition, int maxStates)
    {
        var game = new NaiveGame(definition);
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var states = new List<NaiveState>();
        var before = new List<List<int>>();
        foreach (var state in game.Begin(-1))
        {
            Number(state);
        }

        for (var i = 0; i < states.Count; i++)
        {
            foreach (var move in game.Moves(states[i]))
            {
                before[Number(move.After)].Add(i);
            }

            if (states.Count > maxStates)
            {
                return null;
            }
        }

        var canEnd = new bool[states.Count];
        var open = new Stack<int>(Enumerable.Range(0, states.Count).Where(i => states[i].IsEnd));
        while (open.TryPop(out var state))
        {
            if (!canEnd[state])
            {
                canEnd[state] = true;
                before[state].ForEach(open.Push);
            }
        }

        var dead = definition.Elements.Where(each => !game.Ran.Contains(each.Index)).Select(each => each.Id);
        return Text(
            !states.Exists(each => each.IsUnsafe),
            Array.TrueForAll(canEnd, each => each),
            !states.Exists(each => each.IsImproper),
            [.. dead]
        );

        int Number(NaiveState state)
        {
            if (numbers.TryAdd(state.Key, states.Count))
            {
                states.Add(state);
                before.Add([]);
            }

            return numbers[state.Key];
        }
    }

    public static string Text(bool? safe, bool? option, bool? proper, ImmutableArray<string>? dead) =>
        $"safe {Name(safe)}, option {Name(option)}, proper {Name(proper)}, dead {(dead is { } ids ? string.Join(' ', ids) : "null")}";

    private static string Name(bool? verdict) =>
        verdict switch
        {
            true => "true",
            false => "false",
            null => "null",
        };
}
