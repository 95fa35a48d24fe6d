using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness.Reduction;

/// <summary>
/// A place whose token goes on by itself, needing no other: whoever gives it goes on at once, in each of the ways there are.
/// </summary>
internal static class Fusion
{
    public static bool Apply(WorkingNet net, int place)
    {
        var role = net.Net.Places[place];
        var consumers = net.Consumers(place);
        var producers = net.Producers(place);
        if (!role.HoldsTokens || net.IsBegun(place) || consumers.Count == 0 || producers.Count == 0)
        {
            return false;
        }

        var next = consumers.Select(index => net[index]!).ToArray();
        var before = producers.Select(index => net[index]!).ToArray();
        if (
            !Array.TrueForAll(next, each => each.IsLocal && each.Takes.Length == 1 && !each.Gives.Contains(place))
            || !Array.TrueForAll(before, each => Accepts(each, place, next))
            || (next.Length > 1 && !IsSmall(before, next))
            || !ShowsTwoTokens(net, role, next)
            || !LooksTheSame(net, next)
            || Array.Exists(next, each => Array.Exists(each.Gives, given => IsWaitedFor(net, given)))
        )
        {
            return false;
        }

        foreach (var index in producers.ToArray())
        {
            net.Remove(index);
        }

        foreach (var index in consumers.ToArray())
        {
            net.Remove(index);
        }

        foreach (var producer in before)
        {
            foreach (var follower in next)
            {
                net.Add(Fuse(producer, follower, place));
            }
        }

        return true;
    }

    /// <summary>A chosen outlet can be led on to one other place only.</summary>
    private static bool Accepts(Transition producer, int place, Transition[] next) =>
        producer.IfNone != place
        && producer.Gives.Count(given => given == place) <= 1
        && (
            Array.TrueForAll(producer.Free, outlet => outlet.Place != place)
            || (
                !producer.Gives.Contains(place)
                && next is [{ Gives: [var given] }]
                && given != producer.IfNone
                && !producer.Gives.Contains(given)
                && Array.TrueForAll(producer.Free, outlet => outlet.Place != given)
                && producer.Free.Count(outlet => outlet.Place == place) == 1
            )
        );

    /// <summary>Alternatives multiply with what stands before them; that must not make the net larger.</summary>
    private static bool IsSmall(Transition[] before, Transition[] next) =>
        (before.Length == 1 || next.Length * before.Length <= next.Length + before.Length)
        && Array.TrueForAll(before, each => each.Gives.Length == 1);

    /// <summary>Two tokens on a flow must still be two tokens on some flow.</summary>
    private static bool ShowsTwoTokens(WorkingNet net, Place place, Transition[] next) =>
        place.Role != PlaceRole.Flow
        || Array.Exists(next, each => Array.Exists(each.Gives, given => net.Net.Places[given].Role == PlaceRole.Flow));

    /// <summary>For a join that looks around, a token that is still here and one that has gone on must look the same.</summary>
    private static bool LooksTheSame(WorkingNet net, Transition[] next)
    {
        var ahead = next.SelectMany(each => each.Gives).ToArray();
        return ahead.Length < 2
            || net.Reach.All(join => Array.TrueForAll(ahead, each => join.From(each) == join.From(ahead[0])));
    }

    /// <summary>A complex gateway may fire just before the token comes to it.</summary>
    private static bool IsWaitedFor(WorkingNet net, int place) =>
        net.Consumers(place).Any(index => net[index]!.Kind == TransitionKind.ComplexStart);

    private static Transition Fuse(Transition producer, Transition next, int place)
    {
        var path = next.Path();
        if (!producer.Gives.Contains(place))
        {
            return producer with
            {
                Firings = producer.Path(),
                Free =
                [
                    .. producer.Free.Select(outlet =>
                        outlet.Place == place
                            ? outlet with
                            {
                                Place = next.Gives[0],
                                After = [.. outlet.After, .. path],
                                Covers = outlet.Covers.Union(next.Covers),
                            }
                            : outlet
                    ),
                ],
            };
        }

        return producer with
        {
            Gives = [.. producer.Gives.Where(given => given != place), .. next.Gives],
            Covers = producer.Covers.Union(next.Covers),
            Firings = [.. producer.Path(), .. path],
        };
    }
}
