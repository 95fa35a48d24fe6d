using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Notices;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>不予许可: every reason and the remedies (行政许可法 art. 38).</summary>
public sealed class RefuseModel(DecisionServices services) : ReasonedDecisionModel(services)
{
    public override string Outcome => "refuse";

    protected override NoticeKind Kind => NoticeKind.Refusal;

    protected override NoticeText Draw() => Services.Preview.Refusal(Facts.Row.Key, Lines, Remedies!.Trim());

    protected override CaseCommand Command() => new RefuseCase(Lines, Remedies!);
}
