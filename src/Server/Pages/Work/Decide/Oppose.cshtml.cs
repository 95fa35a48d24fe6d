using Approvals.Cases;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>建议不予许可: the opinion goes to the approver.</summary>
public sealed class OpposeModel(DecisionServices services) : ReviewDecisionModel(services)
{
    public override string Outcome => "oppose";

    protected override Recommendation Recommendation => Recommendation.Refuse;
}
