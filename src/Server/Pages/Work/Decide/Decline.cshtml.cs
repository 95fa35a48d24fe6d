using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Notices;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>不予受理: reason and where to go instead (行政许可法 art. 32).</summary>
public sealed class DeclineModel(DecisionServices services) : PaperDecisionModel(services)
{
    public override string Outcome => "decline";

    protected override NoticeKind Kind => NoticeKind.NonAcceptance;

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? WhereToGo { get; set; }

    protected override void Validate()
    {
        Require(Reason, nameof(Reason), "case.reason-missing");
        Require(WhereToGo, nameof(WhereToGo), "case.where-missing");
    }

    protected override NoticeText Draw() =>
        Services.Preview.NonAcceptance(Facts.Row.Key, Reason!.Trim(), WhereToGo!.Trim());

    protected override CaseCommand Command() => new DeclineCase(Reason!, WhereToGo!);
}
