using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness.Reduction;

/// <summary>Alternatives with the same outcome are one.</summary>
internal static class EqualTransitions
{
    public static bool Apply(WorkingNet net, int place)
    {
        var changed = false;
        var local = net.Consumers(place).Where(index => net[index]!.IsLocal && net[index]!.Takes[0] == place).ToList();
        for (var i = 0; i < local.Count; i++)
        {
            for (var j = local.Count - 1; j > i; j--)
            {
                var (one, other) = (net[local[i]]!, net[local[j]]!);
                if (!Same(one.Takes, other.Takes) || !Same(one.Gives, other.Gives))
                {
                    continue;
                }

                var shorter = one.Path().Length <= other.Path().Length ? one : other;
                net.Remove(local[j]);
                net.Remove(local[i]);
                net.Add(shorter with { Covers = one.Covers.Union(other.Covers), Firings = shorter.Path() });
                return true;
            }
        }

        return changed;
    }

    private static bool Same(int[] one, int[] other) =>
        one.Length == other.Length && one.Order().SequenceEqual(other.Order());
}
