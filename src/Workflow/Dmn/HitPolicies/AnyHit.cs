using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Dmn.HitPolicies;

/// <summary>A: rules that match together say the same.</summary>
internal sealed class AnyHit : HitRule
{
    public override FeelValue Decide(Hits hits)
    {
        var first = hits[0];
        for (var i = 1; i < hits.Count; i++)
        {
            if (Comparing.AreEqual(first, hits[i], hits.Environment) != true)
            {
                return hits.Fail("table.any", $"Rules {hits.Names()} all match, but say different things.");
            }
        }

        return first;
    }
}
