using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness.Reduction;

/// <summary>A place that nothing gives a token: what needs one from there never happens.</summary>
internal static class DeadPlace
{
    public static bool Apply(WorkingNet net, int place)
    {
        if (net.Producers(place).Count > 0 || net.IsBegun(place) || net.Consumers(place).Count == 0)
        {
            return false;
        }

        var dead = net.Consumers(place).Where(index => net[index]!.Kind == TransitionKind.Plain).ToArray();
        foreach (var index in dead)
        {
            net.Remove(index);
        }

        return dead.Length > 0;
    }
}
