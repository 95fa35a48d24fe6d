namespace Approvals.Workflow.Soundness.Nets;

/// <summary>
/// For a join that looks around (BPMN §13.4.3): from which place which of its inputs can be reached without passing the join
/// itself. Boundary events count as ways out of their activity.
/// </summary>
internal sealed class JoinReach
{
    /// <summary>One bit for each input; a join with more inputs can't be decided.</summary>
    public const int MaxInputs = 64;

    private readonly ulong[] reach;

    private JoinReach(Transition join, ulong[] reach)
    {
        Join = join;
        this.reach = reach;
    }

    public Transition Join { get; }

    /// <summary>The inputs that can be reached, as bits.</summary>
    public ulong From(int place) => reach[place];

    /// <summary>For each inclusive join and each start of a complex gateway, in the order of the transitions.</summary>
    public static IReadOnlyList<JoinReach> OfJoins(Place[] places, Transition[] transitions) =>
        [
            .. transitions
                .Where(each => each.Kind is TransitionKind.InclusiveJoin or TransitionKind.ComplexStart)
                .Select(join => Of(places.Length, transitions, join)),
        ];

    private static JoinReach Of(int places, Transition[] transitions, Transition join)
    {
        var known = new ulong[places];
        for (var i = 0; i < Math.Min(join.Inputs.Length, MaxInputs); i++)
        {
            known[join.Inputs[i]] |= 1UL << i;
        }

        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var transition in transitions)
            {
                if (transition.Inputs.AsSpan().SequenceEqual(join.Inputs))
                {
                    continue;
                }

                var beyond = Beyond(transition, known);
                foreach (var place in transition.Takes)
                {
                    changed |= Extend(ref known[place], beyond);
                }

                foreach (var place in transition.Inputs)
                {
                    changed |= Extend(ref known[place], beyond);
                }
            }
        }

        return new(join, known);
    }

    private static ulong Beyond(Transition transition, ulong[] known)
    {
        var beyond = transition.IfNone >= 0 ? known[transition.IfNone] : 0;
        foreach (var place in transition.Gives)
        {
            beyond |= known[place];
        }

        foreach (var outlet in transition.Free)
        {
            beyond |= known[outlet.Place];
        }

        return beyond;
    }

    private static bool Extend(ref ulong reached, ulong more)
    {
        var before = reached;
        reached |= more;
        return reached != before;
    }
}
