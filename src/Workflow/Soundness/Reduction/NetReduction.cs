using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness.Reduction;

/// <summary>
/// Makes a net smaller without changing any verdict: sequences, alternatives, parallel branches and loops that are well nested
/// disappear, so that only what is not well nested has to be explored (after Berthelot's and Murata's reductions of Petri nets).
/// </summary>
internal static class NetReduction
{
    /// <summary>A rule tries one place; true when it changed the net.</summary>
    private static readonly Func<WorkingNet, int, bool>[] Rules =
    [
        DeadPlace.Apply,
        IdleLoop.Apply,
        EqualTransitions.Apply,
        EqualPlaces.Apply,
        Fusion.Apply,
        InclusiveBlock.Apply,
    ];

    public static ScopeNet Reduce(ScopeNet net)
    {
        while (true)
        {
            var smaller = ChoiceExpansion.Expand(ReduceOnce(net));
            if (smaller.Transitions.Length == net.Transitions.Length)
            {
                return smaller;
            }

            net = smaller;
        }
    }

    private static ScopeNet ReduceOnce(ScopeNet net)
    {
        var working = new WorkingNet(net);
        for (var changed = true; changed; )
        {
            changed = false;
            for (var place = 0; place < net.Places.Length; place++)
            {
                foreach (var rule in Rules)
                {
                    changed |= rule(working, place);
                }
            }
        }

        return working.ToNet();
    }
}
