using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.HitPolicies;

/// <summary>R: all that match, in the order of the rules.</summary>
internal sealed class RuleOrderHits : HitRule
{
    public override FeelValue WithoutHits => FeelValue.From((IReadOnlyList<FeelValue>)[]);

    public override FeelValue Decide(Hits hits) => hits.All();
}
