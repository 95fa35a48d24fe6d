using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness.Exploration;

/// <summary>
/// The rules of the game on the markings of one net: what can be fired, and what is marked then. A marking has four bits for each
/// place that some transition touches.
/// </summary>
internal sealed class TokenGame
{
    /// <summary>The most tokens that a place can hold; a step that would make more is not followed.</summary>
    public const int MaxTokens = 15;

    private readonly int[] slots;
    private readonly ulong[] tokenMask;
    private readonly ulong[] endMask;
    private readonly JoinReach?[] reach;
    private readonly int[] places;

    public TokenGame(ScopeNet net)
    {
        Net = net;
        slots = new int[net.Places.Length];
        Array.Fill(slots, -1);
        var used = new List<int>();
        foreach (var place in net.Transitions.SelectMany(Touched).Concat(net.Beginnings.SelectMany(each => each)))
        {
            if (slots[place] < 0)
            {
                slots[place] = used.Count;
                used.Add(place);
            }
        }

        places = [.. used];
        Words = Math.Max((used.Count + 15) / 16, 1);
        tokenMask = new ulong[Words];
        endMask = new ulong[Words];
        foreach (var place in used)
        {
            var mask = net.Places[place].HoldsTokens ? tokenMask : endMask;
            if (net.Places[place].Role != PlaceRole.Memory)
            {
                mask[slots[place] >> 4] |= 15UL << ((slots[place] & 15) * 4);
            }
        }

        reach = [.. net.Transitions.Select(each => each.Inputs.Length > 0 ? net.ReachOf(each) : null)];
        IsDecidable =
            Array.TrueForAll(net.Transitions, each => each.Free.Length == 0)
            && Array.TrueForAll(net.Transitions, each => each.Inputs.Length <= JoinReach.MaxInputs);
    }

    public ScopeNet Net { get; }
    public int Words { get; }

    /// <summary>False when something in the net has too many branches to be followed.</summary>
    public bool IsDecidable { get; }

    public void Begin(int[] marked, Span<ulong> marking)
    {
        marking.Clear();
        foreach (var place in marked)
        {
            Put(marking, place);
        }

        if (IsEnd(marking))
        {
            Clear(marking);
        }
    }

    public int Tokens(ReadOnlySpan<ulong> marking, int place) =>
        slots[place] is var slot and >= 0 ? (int)(marking[slot >> 4] >> ((slot & 15) * 4)) & 15 : 0;

    /// <summary>No token is left.</summary>
    public bool IsEnd(ReadOnlySpan<ulong> marking)
    {
        for (var i = 0; i < marking.Length; i++)
        {
            if ((marking[i] & tokenMask[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A place of the role with two tokens or more, or -1.</summary>
    public int Doubled(ReadOnlySpan<ulong> marking, PlaceRole role)
    {
        for (var i = 0; i < marking.Length; i++)
        {
            if ((marking[i] & 0xEEEE_EEEE_EEEE_EEEEUL) == 0)
            {
                continue;
            }

            for (var slot = i * 16; slot < Math.Min((i + 1) * 16, places.Length); slot++)
            {
                if (Net.Places[places[slot]].Role == role && Tokens(marking, places[slot]) > 1)
                {
                    return places[slot];
                }
            }
        }

        return -1;
    }

    public bool IsEnabled(ReadOnlySpan<ulong> marking, int index)
    {
        var transition = Net.Transitions[index];
        foreach (var place in transition.Takes)
        {
            if (Tokens(marking, place) == 0)
            {
                return false;
            }
        }

        return transition.Kind switch
        {
            TransitionKind.Plain => true,
            TransitionKind.InclusiveJoin => CanJoin(marking, transition, reach[index]!),
            TransitionKind.ComplexStart => !IsMarked(marking, transition.Awaited)
                && IsMarked(marking, transition.Inputs),
            _ => IsMarked(marking, transition.Awaited) && CanReset(marking, transition, reach[index]!),
        };
    }

    /// <summary>False when a place would overflow.</summary>
    public bool Fire(ReadOnlySpan<ulong> before, int index, Span<ulong> after)
    {
        var transition = Net.Transitions[index];
        before.CopyTo(after);
        foreach (var place in transition.Takes)
        {
            Take(after, place);
        }

        for (var i = 0; i < transition.Inputs.Length; i++)
        {
            if (transition.Kind == TransitionKind.ComplexReset)
            {
                Empty(after, transition.Awaited[i]);
            }
            else if (Tokens(after, transition.Inputs[i]) > 0)
            {
                Take(after, transition.Inputs[i]);
            }
            else if (transition.Kind == TransitionKind.ComplexStart)
            {
                Put(after, transition.Awaited[i]);
            }
        }

        if (transition is { Clears: true, Throws: not null })
        {
            // The scope is left, not completed: nothing is to be judged of its end.
            after.Clear();
            return true;
        }

        if (transition.Clears)
        {
            Clear(after);
        }

        foreach (var place in transition.Gives)
        {
            if (!Put(after, place))
            {
                return false;
            }
        }

        if (IsEnd(after))
        {
            // What the scope remembers means nothing any more.
            Clear(after);
        }

        return true;
    }

    private bool CanJoin(ReadOnlySpan<ulong> marking, Transition join, JoinReach reachable)
    {
        var marked = MarkedInputs(marking, join);
        if (marked == 0)
        {
            return false;
        }

        foreach (var place in places)
        {
            if (IsAwaited(marking, place, marked, reachable))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The places whose tokens an inclusive join waits for, or will once an input is marked.</summary>
    public List<int> AwaitedBy(ReadOnlySpan<ulong> marking, int join)
    {
        var awaited = new List<int>();
        var marked = MarkedInputs(marking, Net.Transitions[join]);
        foreach (var place in places)
        {
            if (IsAwaited(marking, place, marked, reach[join]!))
            {
                awaited.Add(place);
            }
        }

        return awaited;
    }

    public JoinReach ReachOf(int join) => reach[join]!;

    /// <summary>A token there may still come to an empty input of the join, and to no marked one.</summary>
    private bool IsAwaited(ReadOnlySpan<ulong> marking, int place, ulong marked, JoinReach reachable)
    {
        var ahead = reachable.From(place);
        return (ahead & ~marked) != 0
            && (ahead & marked) == 0
            && Net.Places[place].HoldsTokens
            && Tokens(marking, place) > 0;
    }

    private bool CanReset(ReadOnlySpan<ulong> marking, Transition gateway, JoinReach reachable)
    {
        var awaited = 0UL;
        for (var i = 0; i < gateway.Awaited.Length; i++)
        {
            if (Tokens(marking, gateway.Awaited[i]) > 0)
            {
                awaited |= 1UL << i;
            }
        }

        foreach (var place in places)
        {
            if ((reachable.From(place) & awaited) != 0 && Net.Places[place].HoldsTokens && Tokens(marking, place) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private ulong MarkedInputs(ReadOnlySpan<ulong> marking, Transition join)
    {
        var marked = 0UL;
        for (var i = 0; i < join.Inputs.Length; i++)
        {
            if (Tokens(marking, join.Inputs[i]) > 0)
            {
                marked |= 1UL << i;
            }
        }

        return marked;
    }

    private bool IsMarked(ReadOnlySpan<ulong> marking, int[] any)
    {
        foreach (var place in any)
        {
            if (Tokens(marking, place) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private void Clear(Span<ulong> marking)
    {
        for (var i = 0; i < marking.Length; i++)
        {
            marking[i] &= endMask[i];
        }
    }

    private void Take(Span<ulong> marking, int place) => marking[slots[place] >> 4] -= 1UL << ((slots[place] & 15) * 4);

    private void Empty(Span<ulong> marking, int place) =>
        marking[slots[place] >> 4] &= ~(15UL << ((slots[place] & 15) * 4));

    private bool Put(Span<ulong> marking, int place)
    {
        var tokens = Tokens(marking, place);
        if (tokens >= (Net.Places[place].Role == PlaceRole.End ? 2 : MaxTokens))
        {
            return Net.Places[place].Role == PlaceRole.End;
        }

        marking[slots[place] >> 4] += 1UL << ((slots[place] & 15) * 4);
        return true;
    }

    private static IEnumerable<int> Touched(Transition transition) =>
        transition
            .Takes.Concat(transition.Gives)
            .Concat(transition.Inputs)
            .Concat(transition.Awaited)
            .Concat(transition.Free.Select(outlet => outlet.Place))
            .Concat(transition.IfNone >= 0 ? [transition.IfNone] : []);
}
