using Approvals.Cases;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>审查通过: the opinion goes to the approver.</summary>
public sealed class PassModel(DecisionServices services) : ReviewDecisionModel(services)
{
    public override string Outcome => "pass";

    protected override Recommendation Recommendation => Recommendation.Grant;
}
