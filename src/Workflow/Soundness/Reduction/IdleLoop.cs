using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness.Reduction;

/// <summary>A transition that gives back just what it took: it happens as soon as the place is marked, and changes nothing.</summary>
internal static class IdleLoop
{
    public static bool Apply(WorkingNet net, int place)
    {
        var changed = false;
        if (net.Producers(place).Any(index => net[index]!.IfNone == place))
        {
            return false;
        }

        foreach (var index in net.Consumers(place).ToArray())
        {
            if (net[index] is { IsLocal: true, Takes: [var taken], Gives: [var given] } idle && taken == given)
            {
                net.Remove(index);
                Cover(net, place, idle.Covers);
                changed = true;
            }
        }

        return changed;
    }

    private static void Cover(WorkingNet net, int place, ElementSet covers)
    {
        foreach (var index in net.Producers(place).ToArray())
        {
            var producer = net[index]!;
            net.Replace(
                index,
                producer.Gives.Contains(place)
                    ? producer with
                    {
                        Covers = producer.Covers.Union(covers),
                        Firings = producer.Path(),
                    }
                    : producer with
                    {
                        Firings = producer.Path(),
                        Free =
                        [
                            .. producer.Free.Select(outlet =>
                                outlet.Place == place ? outlet with { Covers = outlet.Covers.Union(covers) } : outlet
                            ),
                        ],
                    }
            );
        }

        if (net.IsBegun(place))
        {
            net.Covers = net.Covers.Union(covers);
        }
    }
}
