using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.HitPolicies;

/// <summary>F: the first rule that matches.</summary>
internal sealed class FirstHit : HitRule
{
    public override bool FirstIsEnough => true;

    public override FeelValue Decide(Hits hits) => hits[0];
}
