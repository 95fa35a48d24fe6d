using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness.Exploration;

/// <summary>
/// Tells apart what can be told apart of a scope from outside: states that can throw and complete alike are one class (branching
/// bisimulation, without regard to going round in circles).
/// </summary>
internal static class BehaviorClasses
{
    /// <summary>A scope that throws and can be told apart in more ways than these is not decided.</summary>
    private const int MaxClasses = 64;

    public static (int[] ClassOf, ScopeBehavior Behavior) Of(StateGraph graph, ElementSet covers) =>
        !graph.Game.Net.Throws ? ByOutcome(graph, covers)
        : graph.IsWhole ? Refine(graph, covers) ?? Seen(graph, covers)
        : Seen(graph, covers);

    /// <summary>Without throwing all there is: certainly completing, perhaps completing, not completing.</summary>
    private static (int[] ClassOf, ScopeBehavior Behavior) ByOutcome(StateGraph graph, ElementSet covers)
    {
        var canEnd = graph.CanReach(graph.IsEnd);
        var canStick = graph.CanReach(state => !canEnd[state]);
        var classOf = new int[graph.Count];
        for (var state = 0; state < classOf.Length; state++)
        {
            classOf[state] =
                !canEnd[state] ? 2
                : canStick[state] ? 1
                : 0;
        }

        var beginnings = graph.Beginnings.Select(state => classOf[state]).Distinct().Order();
        return (classOf, new([.. beginnings], [true, true, false], [new(1, 2, null)], covers));
    }

    /// <summary>
    /// Only what was seen for certain: that it can complete, or throw each of these once. What comes after is left open.
    /// </summary>
    private static (int[] ClassOf, ScopeBehavior Behavior) Seen(StateGraph graph, ElementSet covers)
    {
        var ends = Enumerable.Range(0, graph.Count).Any(graph.IsEnd);
        var moves = Enumerable
            .Range(0, graph.Count)
            .SelectMany(graph.From)
            .Select(step => graph.Game.Net.Transitions[step.Transition])
            .Where(transition => transition.Throws is not null)
            .Select(transition => new BehaviorMove(0, transition.Clears ? -1 : 1, transition.Throws))
            .Distinct();
        return (new int[graph.Count], new([0], [ends, false], [.. moves], covers) { IsPartial = true });
    }

    private static (int[] ClassOf, ScopeBehavior Behavior)? Refine(StateGraph graph, ElementSet covers)
    {
        var classOf = new int[graph.Count];
        for (var state = 0; state < classOf.Length; state++)
        {
            classOf[state] = graph.IsEnd(state) ? 1 : 0;
        }

        for (var count = 0; ; )
        {
            var signatures = Signatures(graph, classOf);
            var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
            var refined = new int[classOf.Length];
            for (var state = 0; state < classOf.Length; state++)
            {
                var key = classOf[state] + ":" + string.Join(',', signatures[state]);
                if (!numbers.TryGetValue(key, out var number))
                {
                    number = numbers.Count;
                    numbers.Add(key, number);
                }

                refined[state] = number;
            }

            classOf = refined;
            if (numbers.Count == count)
            {
                return (classOf, Quotient(graph, classOf, count, covers));
            }

            if (numbers.Count > MaxClasses)
            {
                return null;
            }

            count = numbers.Count;
        }
    }

    /// <summary>By state, the steps it can take to another class or by throwing, after any steps inside its own class.</summary>
    private static SortedSet<(int Thrown, int To)>[] Signatures(StateGraph graph, int[] classOf)
    {
        var signatures = new SortedSet<(int Thrown, int To)>[graph.Count];
        for (var state = 0; state < graph.Count; state++)
        {
            signatures[state] = [];
            foreach (var (transition, target) in graph.From(state))
            {
                var (thrown, to) = (
                    ThrownBy(graph, transition)?.Element ?? -1,
                    TargetOf(graph, classOf, transition, target)
                );
                if (thrown >= 0 || to != classOf[state])
                {
                    signatures[state].Add((thrown, to));
                }
            }
        }

        for (var changed = true; changed; )
        {
            changed = false;
            for (var state = graph.Count - 1; state >= 0; state--)
            {
                foreach (var (transition, target) in graph.From(state))
                {
                    if (ThrownBy(graph, transition) is null && classOf[target] == classOf[state])
                    {
                        var before = signatures[state].Count;
                        signatures[state].UnionWith(signatures[target]);
                        changed |= signatures[state].Count != before;
                    }
                }
            }
        }

        return signatures;
    }

    private static ScopeBehavior Quotient(StateGraph graph, int[] classOf, int count, ElementSet covers)
    {
        var completes = new bool[count];
        var moves = new HashSet<BehaviorMove>();
        for (var state = 0; state < graph.Count; state++)
        {
            completes[classOf[state]] |= graph.IsEnd(state);
            foreach (var (transition, target) in graph.From(state))
            {
                var thrown = ThrownBy(graph, transition);
                var to = TargetOf(graph, classOf, transition, target);
                if (thrown is not null || to != classOf[state])
                {
                    moves.Add(new(classOf[state], to, thrown));
                }
            }
        }

        var beginnings = graph.Beginnings.Select(state => classOf[state]).Distinct().Order();
        return new([.. beginnings], completes, [.. moves], covers);
    }

    private static Catcher? ThrownBy(StateGraph graph, int transition) => graph.Game.Net.Transitions[transition].Throws;

    /// <summary>-1 when the throwing ends the scope.</summary>
    private static int TargetOf(StateGraph graph, int[] classOf, int transition, int target) =>
        graph.Game.Net.Transitions[transition] is { Throws: not null, Clears: true } ? -1 : classOf[target];
}
