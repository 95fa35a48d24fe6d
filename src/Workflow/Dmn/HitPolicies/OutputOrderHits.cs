using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.HitPolicies;

/// <summary>O: all that match, by the order of the output values.</summary>
internal sealed class OutputOrderHits : HitRule
{
    public override FeelValue WithoutHits => FeelValue.From((IReadOnlyList<FeelValue>)[]);

    public override FeelValue Decide(Hits hits)
    {
        FeelValue[] ordered = [.. hits.ByPriority().Select(hit => hits[hit])];
        return FeelValue.From(ordered);
    }
}
