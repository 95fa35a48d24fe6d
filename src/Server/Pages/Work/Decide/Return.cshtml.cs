using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Notices;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>退回: the ground, the reason in writing and where to go; the case becomes a 退回件 (行政许可法 art. 32).</summary>
public sealed class ReturnModel(DecisionServices services) : PaperDecisionModel(services)
{
    public override string Outcome => "return";

    protected override NoticeKind Kind => NoticeKind.Return;

    [BindProperty]
    public ReturnGround? Ground { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? WhereToGo { get; set; }

    protected override void Validate()
    {
        Require(Ground?.ToString(), nameof(Ground), "case.ground-missing");
        Require(Reason, nameof(Reason), "case.reason-missing");
        Require(WhereToGo, nameof(WhereToGo), "case.where-missing");
    }

    protected override NoticeText Draw() =>
        Services.Preview.Return(Facts.Row.Key, Ground!.Value, Reason!.Trim(), WhereToGo!.Trim());

    protected override CaseCommand Command() => new ReturnCase(Ground!.Value, Reason!, WhereToGo!);
}
