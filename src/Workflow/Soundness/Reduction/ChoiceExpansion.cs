using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness.Reduction;

/// <summary>Makes one transition for each set of outlets that can be chosen.</summary>
internal static class ChoiceExpansion
{
    /// <summary>With more outlets the choice stays as it is, and the scope can't be decided.</summary>
    public const int MaxOutlets = 12;

    public static ScopeNet Expand(ScopeNet net) =>
        Array.Exists(net.Transitions, CanExpand)
            ? new()
            {
                Places = net.Places,
                Transitions = [.. net.Transitions.SelectMany(each => CanExpand(each) ? Alternatives(each) : [each])],
                Beginnings = net.Beginnings,
                Covers = net.Covers,
                Reach = net.Reach,
            }
            : net;

    private static bool CanExpand(Transition transition) => transition.Free.Length is > 0 and <= MaxOutlets;

    private static IEnumerable<Transition> Alternatives(Transition transition)
    {
        if (transition.IfNone >= 0)
        {
            yield return Choose(transition, [], [transition.IfNone], [transition.IfNone]);
        }
        else if (transition.MayChooseNone)
        {
            yield return Choose(transition, [], [], []);
        }

        for (var set = 1; set < 1 << transition.Free.Length; set++)
        {
            var chosen = transition.Free.Where((_, i) => (set & (1 << i)) != 0).ToArray();
            yield return Choose(
                transition,
                chosen,
                [.. chosen.Select(outlet => outlet.Place)],
                [.. chosen.Select(outlet => outlet.Choice)]
            );
        }
    }

    private static Transition Choose(Transition transition, Outlet[] outlets, int[] places, int[] choices)
    {
        var path = transition.Path();
        return transition with
        {
            Gives = [.. transition.Gives, .. places],
            Free = [],
            IfNone = -1,
            MayChooseNone = false,
            Covers = outlets.Aggregate(transition.Covers, (covers, outlet) => covers.Union(outlet.Covers)),
            Firings = [path[0] with { Chosen = choices }, .. path[1..], .. outlets.SelectMany(outlet => outlet.After)],
        };
    }
}
