using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness.Exploration;

/// <summary>
/// Of the enabled steps, a set that is enough to follow: what is left out can't disturb them and can be done later (Valmari's strong
/// stubborn sets). Every state in which nothing can go on is kept. If one can be reached from everywhere, so are the transitions
/// that ever happen (Valmari, "Stop it, and be stubborn!"), and, as the takers and givers of a place keep their order here, how
/// many tokens a place ever holds.
/// </summary>
internal sealed class StubbornSets
{
    /// <summary>How many first members are tried for a small set.</summary>
    private const int MaxTries = 32;

    private readonly TokenGame game;
    private readonly Transition[] transitions;
    private readonly int[][] producers;
    private readonly int[][] consumers;
    private readonly int[][] disturbers;
    private readonly Dictionary<(int Join, int Place), int[]> movers = [];
    private readonly bool[] isMember;
    private readonly List<int> members = [];

    public StubbornSets(TokenGame game)
    {
        this.game = game;
        transitions = game.Net.Transitions;
        producers = ByPlace(transition => transition.Gives.Concat(transition.Awaited));
        consumers = ByPlace(transition => transition.Takes.Concat(transition.Inputs).Concat(transition.Awaited));
        isMember = new bool[transitions.Length];
        disturbers = Disturbers();
    }

    public List<int> Of(ReadOnlySpan<ulong> marking, List<int> enabled)
    {
        var best = enabled;
        foreach (var first in enabled.Take(MaxTries))
        {
            if (best.Count < 2)
            {
                break;
            }

            Close(first, marking);
            var chosen = enabled.FindAll(each => isMember[each]);
            if (chosen.Count < best.Count)
            {
                best = chosen;
            }
        }

        return best;
    }

    private void Close(int first, ReadOnlySpan<ulong> marking)
    {
        Array.Clear(isMember);
        members.Clear();
        Include(first);
        for (var i = 0; i < members.Count; i++)
        {
            var index = members[i];
            var transition = transitions[index];
            var isEnabled = game.IsEnabled(marking, index);
            if (!isEnabled && transition.Kind == TransitionKind.InclusiveJoin)
            {
                IncludeWhatEnables(index, marking);
                continue;
            }

            if (isEnabled)
            {
                Include(disturbers[index]);
                foreach (var place in transition.Takes.AsSpan())
                {
                    Include(consumers[place]);
                    Include(producers[place]);
                }

                foreach (var place in transition.Gives.AsSpan())
                {
                    Include(consumers[place]);
                }
            }
            else if (Missing(transition, marking) is var missing and >= 0)
            {
                Include(producers[missing]);
            }
            else
            {
                // A complex gateway: whatever moves near it may make it ready.
                Include(disturbers[index]);
            }
        }
    }

    /// <summary>
    /// A join can't happen before a token that it waits for moves, or comes so far that the join needn't wait for it any more; one
    /// without tokens not before the first comes.
    /// </summary>
    private void IncludeWhatEnables(int join, ReadOnlySpan<ulong> marking)
    {
        var inputs = transitions[join].Inputs;
        var awaited = game.AwaitedBy(marking, join);
        if (awaited.Count == 0)
        {
            foreach (var input in inputs)
            {
                Include(producers[input]);
            }

            return;
        }

        var best = awaited.MinBy(place => Unknown(Movers(join, place)));
        Include(Movers(join, best));
    }

    private int[] Movers(int join, int place)
    {
        if (!movers.TryGetValue((join, place), out var found))
        {
            var ahead = game.ReachOf(join).From(place);
            var nearer = transitions[join].Inputs.Where((_, i) => (ahead & (1UL << i)) != 0);
            found = [.. nearer.SelectMany(input => producers[input]).Concat(consumers[place]).Distinct()];
            movers.Add((join, place), found);
        }

        return found;
    }

    /// <summary>A place whose want of a token keeps the transition from happening.</summary>
    private int Missing(Transition transition, ReadOnlySpan<ulong> marking)
    {
        var best = -1;
        foreach (var place in transition.Takes)
        {
            if (game.Tokens(marking, place) == 0 && (best < 0 || Unknown(producers[place]) < Unknown(producers[best])))
            {
                best = place;
            }
        }

        return best;
    }

    private int Unknown(int[] indexes) => indexes.Count(index => !isMember[index]);

    private void Include(int[] indexes)
    {
        foreach (var index in indexes)
        {
            Include(index);
        }
    }

    private void Include(int index)
    {
        if (!isMember[index])
        {
            isMember[index] = true;
            members.Add(index);
        }
    }

    /// <summary>
    /// By transition, those whose order with it matters wherever the tokens are: what clears the scope, joins that look at its
    /// places, and between what may end the scope and what may happen as long as it hasn't ended.
    /// </summary>
    private int[][] Disturbers()
    {
        var sets = new SortedSet<int>[transitions.Length];
        for (var i = 0; i < sets.Length; i++)
        {
            sets[i] = [];
        }

        var net = game.Net;
        for (var i = 0; i < transitions.Length; i++)
        {
            var transition = transitions[i];
            if (transition.Inputs.Length > 0)
            {
                var reach = net.ReachOf(transition);
                Pair(sets, i, each => Touched(each).Any(place => reach.From(place) != 0));
            }

            if (transition.Clears)
            {
                Pair(sets, i, _ => true);
            }
            else if (
                transition.Inputs.Length == 0
                && Array.TrueForAll(transition.Takes, place => !net.Places[place].HoldsTokens)
            )
            {
                Pair(sets, i, each => Array.TrueForAll(each.Gives, place => !net.Places[place].HoldsTokens));
            }
        }

        return [.. sets.Select(set => set.ToArray())];
    }

    private void Pair(SortedSet<int>[] sets, int index, Func<Transition, bool> isDisturbed)
    {
        for (var other = 0; other < transitions.Length; other++)
        {
            if (other != index && isDisturbed(transitions[other]))
            {
                sets[index].Add(other);
                sets[other].Add(index);
            }
        }
    }

    private static IEnumerable<int> Touched(Transition transition) =>
        transition.Takes.Concat(transition.Gives).Concat(transition.Inputs).Concat(transition.Awaited);

    private int[][] ByPlace(Func<Transition, IEnumerable<int>> placesOf)
    {
        var lists = new List<int>[game.Net.Places.Length];
        for (var i = 0; i < transitions.Length; i++)
        {
            foreach (var place in placesOf(transitions[i]).Distinct())
            {
                (lists[place] ??= []).Add(i);
            }
        }

        return [.. lists.Select(list => list?.ToArray() ?? [])];
    }
}
