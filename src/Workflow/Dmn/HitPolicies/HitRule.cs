using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.HitPolicies;

/// <summary>One hit policy: what becomes of the rules that match (DMN 1.5 §8.2.11).</summary>
internal abstract class HitRule
{
    /// <summary>Later rules need not be tried.</summary>
    public virtual bool FirstIsEnough => false;

    /// <summary>The result where nothing matches and there is no default.</summary>
    public virtual FeelValue WithoutHits => default;

    /// <summary>There is at least one hit.</summary>
    public abstract FeelValue Decide(Hits hits);

    public static HitRule Of(DecisionTable table) =>
        table.HitPolicy switch
        {
            HitPolicy.Unique => new UniqueHit(),
            HitPolicy.Any => new AnyHit(),
            HitPolicy.Priority => new PriorityHit(),
            HitPolicy.First => new FirstHit(),
            HitPolicy.RuleOrder => new RuleOrderHits(),
            HitPolicy.OutputOrder => new OutputOrderHits(),
            _ => new CollectedHits(table.Aggregation),
        };
}
