using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness.Reduction;

/// <summary>Two places that always get and lose their tokens together are one: parallel branches.</summary>
internal static class EqualPlaces
{
    public static bool Apply(WorkingNet net, int place)
    {
        if (!Fits(net, place) || net.Consumers(place).Count == 0)
        {
            return false;
        }

        var consumer = net[net.Consumers(place).First()]!;
        foreach (var other in consumer.Takes)
        {
            if (
                other != place
                && Fits(net, other)
                && (net.Net.Places[place].Role == PlaceRole.Flow || net.Net.Places[other].Role != PlaceRole.Flow)
                && net.Producers(place).SequenceEqual(net.Producers(other))
                && net.Consumers(place).SequenceEqual(net.Consumers(other))
            )
            {
                Drop(net, other);
                return true;
            }
        }

        return false;
    }

    private static bool Fits(WorkingNet net, int place) =>
        net.Net.Places[place].HoldsTokens
        && !net.IsBegun(place)
        && net.Producers(place).All(index => net[index]!.Gives.Count(given => given == place) == 1)
        && net.Producers(place)
            .All(index =>
                net[index] is var t && t!.IfNone != place && Array.TrueForAll(t.Free, outlet => outlet.Place != place)
            )
        && net.Consumers(place).All(index => net[index]!.Kind == TransitionKind.Plain);

    private static void Drop(WorkingNet net, int place)
    {
        foreach (var index in net.Producers(place).Union(net.Consumers(place)).ToArray())
        {
            var transition = net[index]!;
            net.Replace(
                index,
                transition with
                {
                    Takes = [.. transition.Takes.Where(each => each != place)],
                    Gives = [.. transition.Gives.Where(each => each != place)],
                    Firings = transition.Path(),
                }
            );
        }
    }
}
