using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.HitPolicies;

/// <summary>P: of the rules that match the one whose output stands first in the output values.</summary>
internal sealed class PriorityHit : HitRule
{
    public override FeelValue Decide(Hits hits) => hits[hits.ByPriority()[0]];
}
