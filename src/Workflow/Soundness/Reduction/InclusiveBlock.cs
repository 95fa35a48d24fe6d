using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness.Reduction;

/// <summary>
/// An inclusive split whose every branch leads straight into one inclusive join, and nothing else does: the join follows
/// whatever was chosen.
/// </summary>
internal static class InclusiveBlock
{
    public static bool Apply(WorkingNet net, int place)
    {
        if (net.Producers(place).Count != 1 || net.Consumers(place).Count != 1)
        {
            return false;
        }

        var (splitting, joining) = (net.Producers(place).First(), net.Consumers(place).First());
        if (
            net[joining] is not { Kind: TransitionKind.InclusiveJoin, Free: [] } join
            || net[splitting] is not { Kind: TransitionKind.Plain, Takes: [_], Gives: [], IfNone: -1 } split
            || split.MayChooseNone
            || split.Free.Length != join.Inputs.Length
            || !Array.TrueForAll(split.Free, outlet => IsOnlyBranch(net, outlet.Place, splitting, joining))
        )
        {
            return false;
        }

        var shortest = split.Free.MinBy(outlet => outlet.After.Length)!;
        var choice = split.Path()[0];
        net.Remove(splitting);
        net.Replace(
            joining,
            join with
            {
                Kind = TransitionKind.Plain,
                Takes = split.Takes,
                Inputs = [],
                Clears = split.Clears,
                Covers = split.Free.Aggregate(
                    split.Covers.Union(join.Covers),
                    (covers, outlet) => covers.Union(outlet.Covers)
                ),
                Firings =
                [
                    choice with
                    {
                        Chosen = [shortest.Choice],
                    },
                    .. split.Path()[1..],
                    .. shortest.After,
                    .. join.Path(),
                ],
            }
        );
        return true;
    }

    private static bool IsOnlyBranch(WorkingNet net, int place, int splitting, int joining) =>
        net.Producers(place).Count == 1
        && net.Producers(place).First() == splitting
        && net.Consumers(place).Count == 1
        && net.Consumers(place).First() == joining
        && !net.IsBegun(place);
}
