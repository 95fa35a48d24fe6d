using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness.Reduction;

/// <summary>A join that only leads into another: the second waits for all of them at once.</summary>
internal static class JoinChain
{
    public static bool Apply(WorkingNet net, int place)
    {
        if (
            !net.Net.Places[place].HoldsTokens
            || net.IsBegun(place)
            || net.Producers(place).Count != 1
            || net.Consumers(place).Count != 1
        )
        {
            return false;
        }

        var (first, second) = (net.Producers(place).First(), net.Consumers(place).First());
        if (
            first == second
            || net[first] is not { IsLocal: true, Gives: [_] } inner
            || net[second] is not { Kind: TransitionKind.Plain, Takes.Length: > 1, Free: [] } outer
            || inner.Takes.Intersect(outer.Takes).Any()
            || !Array.TrueForAll(
                inner.Takes,
                each => net.Consumers(each).Count == 1 && net.Net.Places[each].HoldsTokens
            )
            || (
                net.Net.Places[place].Role == PlaceRole.Flow
                && Array.TrueForAll(inner.Takes, each => net.Net.Places[each].Role != PlaceRole.Flow)
            )
        )
        {
            return false;
        }

        net.Remove(first);
        net.Replace(
            second,
            outer with
            {
                Takes = [.. inner.Takes, .. outer.Takes.Where(taken => taken != place)],
                Covers = outer.Covers.Union(inner.Covers),
                Firings = [.. inner.Path(), .. outer.Path()],
            }
        );
        return true;
    }
}
