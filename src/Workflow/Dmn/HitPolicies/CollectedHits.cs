using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Functions;

namespace Approvals.Workflow.Dmn.HitPolicies;

/// <summary>C: the list of all that match, or their sum, number, least or greatest (C+, C#, C&lt;, C&gt;).</summary>
internal sealed class CollectedHits(Aggregation aggregation) : HitRule
{
    public override FeelValue WithoutHits =>
        aggregation switch
        {
            Aggregation.None => FeelValue.From((IReadOnlyList<FeelValue>)[]),
            Aggregation.Count => FeelValue.From(0),
            _ => default,
        };

    public override FeelValue Decide(Hits hits)
    {
        var all = hits.All();
        return aggregation switch
        {
            Aggregation.Sum => Aggregates.Sum.Invoke([all], hits.Environment),
            Aggregation.Min => Aggregates.Min.Invoke([all], hits.Environment),
            Aggregation.Max => Aggregates.Max.Invoke([all], hits.Environment),
            Aggregation.Count => FeelValue.From(hits.Count),
            _ => all,
        };
    }
}
