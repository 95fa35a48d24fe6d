using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Notices;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>责令限期整改: what the check found unmet, one demand a line.</summary>
public sealed class DemandModel(DecisionServices services) : PaperDecisionModel(services)
{
    public override string Outcome => "demand";

    protected override NoticeKind Kind => NoticeKind.Rectification;

    [BindProperty]
    public string? Demands { get; set; }

    protected override void Validate() => Require(Demands, nameof(Demands), "case.demands-missing");

    protected override NoticeText Draw() => Services.Preview.Rectification(Facts.Row.Key, SentencesOf(Demands));

    protected override CaseCommand Command() => new RequireRectification(SentencesOf(Demands));
}
