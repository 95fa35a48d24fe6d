using Approvals.Workflow.Soundness.Exploration;
using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness.CounterExamples;

/// <summary>A way through the states of a scope: the transitions to fire from a state on, to the last state.</summary>
internal sealed record GraphPath(int First, int[] Transitions, int Last)
{
    /// <summary>The way of the fewest elements from one of the states to a state that is meant; null: there is none.</summary>
    public static GraphPath? To(StateGraph graph, IEnumerable<int> from, Func<int, bool> isMeant)
    {
        var reached = new Dictionary<int, (int Steps, int Before, int By)>();
        var queue = new PriorityQueue<int, (int Steps, int Order)>();
        foreach (var state in from)
        {
            reached.TryAdd(state, (0, -1, -1));
            queue.Enqueue(state, (0, state));
        }

        var done = new HashSet<int>();
        while (queue.TryDequeue(out var state, out var priority))
        {
            if (!done.Add(state))
            {
                continue;
            }

            if (isMeant(state))
            {
                return Back(reached, state);
            }

            foreach (var (transition, target) in graph.From(state))
            {
                var steps = priority.Steps + Weight(graph.Game.Net.Transitions[transition]);
                if (
                    graph.Game.Net.Transitions[transition].Throws is null
                    && (!reached.TryGetValue(target, out var known) || steps < known.Steps)
                )
                {
                    reached[target] = (steps, state, transition);
                    queue.Enqueue(target, (steps, target));
                }
            }
        }

        return null;
    }

    /// <summary>The way to the nearest step that is meant, with that step as its last.</summary>
    public static GraphPath? Through(StateGraph graph, IEnumerable<int> from, Func<Transition, int, bool> isMeant)
    {
        (int Transition, int Target)? Step(int state)
        {
            foreach (var step in graph.From(state))
            {
                if (isMeant(graph.Game.Net.Transitions[step.Transition], step.Target))
                {
                    return step;
                }
            }

            return null;
        }

        return
            To(graph, from, state => Step(state) is not null) is { } path && Step(path.Last) is var (transition, target)
            ? new(path.First, [.. path.Transitions, transition], target)
            : null;
    }

    private static int Weight(Transition transition) => Math.Max(transition.Firings.Length, 1);

    private static GraphPath Back(Dictionary<int, (int Steps, int Before, int By)> reached, int last)
    {
        var transitions = new List<int>();
        var state = last;
        for (; reached[state].By >= 0; state = reached[state].Before)
        {
            transitions.Add(reached[state].By);
        }

        transitions.Reverse();
        return new(state, [.. transitions], last);
    }
}
