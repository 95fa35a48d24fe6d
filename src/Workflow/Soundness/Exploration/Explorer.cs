using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness.Exploration;

/// <summary>Follows every step from the beginnings on, breadth first, or just enough steps to decide the verdicts.</summary>
internal static class Explorer
{
    /// <summary>Once a flow holds two tokens, tokens may pile up without bound: this many states are followed and no more.</summary>
    public const int MaxUnsafeStates = 5_000;

    /// <param name="game">The net.</param>
    /// <param name="limit">The most states to follow.</param>
    /// <param name="choice">Which of the enabled steps to follow; null: all.</param>
    public static StateGraph Explore(TokenGame game, int limit, StubbornSets? choice)
    {
        var markings = new MarkingStore(game.Words);
        var graph = new StateGraph(game, markings);
        var marking = new ulong[game.Words];
        var after = new ulong[game.Words];
        foreach (var beginning in game.Net.Beginnings)
        {
            game.Begin(beginning, marking);
            graph.Beginnings.Add(markings.Add(marking, out _));
        }

        var enabled = new List<int>();
        for (var state = 0; state < markings.Count && state < limit; state++)
        {
            graph.Next();
            markings[state].CopyTo(marking);
            if (game.IsEnd(marking))
            {
                continue;
            }

            if (game.Doubled(marking, PlaceRole.Flow) >= 0)
            {
                limit = Math.Min(limit, state + MaxUnsafeStates);
            }

            Collect(game, marking, enabled);
            foreach (var transition in choice?.Of(marking, enabled) ?? enabled)
            {
                if (game.Fire(marking, transition, after))
                {
                    graph.Add(transition, markings.Add(after, out _));
                }
                else
                {
                    graph.LeaveOpen(state);
                }
            }
        }

        return graph;
    }

    private static void Collect(TokenGame game, ReadOnlySpan<ulong> marking, List<int> enabled)
    {
        enabled.Clear();
        for (var i = 0; i < game.Net.Transitions.Length; i++)
        {
            if (game.IsEnabled(marking, i))
            {
                enabled.Add(i);
            }
        }
    }
}
