using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.HitPolicies;

/// <summary>U: at most one rule matches.</summary>
internal sealed class UniqueHit : HitRule
{
    public override FeelValue Decide(Hits hits) =>
        hits.Count == 1 ? hits[0] : hits.Fail("table.unique", $"Rules {hits.Names()} all match, but only one may.");
}
