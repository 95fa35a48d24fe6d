using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Notices;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>撤销决定 for a promise that was not kept: every reason and the remedies (行政许可法 art. 69).</summary>
public sealed class RevokeModel(DecisionServices services) : ReasonedDecisionModel(services)
{
    public override string Outcome => "revoke";

    protected override NoticeKind Kind => NoticeKind.Revocation;

    protected override NoticeText Draw() => Services.Preview.Revocation(Facts.Row.Key, Lines, Remedies!.Trim());

    protected override CaseCommand Command() => new RevokeCase(Lines, Remedies!);
}
