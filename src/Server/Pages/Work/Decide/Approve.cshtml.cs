using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Notices;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>准予许可: the decision and the licence leave. Who wants to sign the decision reads it first.</summary>
public sealed class ApproveModel(DecisionServices services) : PaperDecisionModel(services)
{
    public override string Outcome => "approve";

    protected override NoticeKind Kind => NoticeKind.Approval;

    [BindProperty]
    public string? Opinion { get; set; }

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation) =>
        await FindAsync(task, cancellation) ? await SendAsync(Command()) : NotFound();

    protected override void Validate() { }

    protected override NoticeText Draw() => Services.Preview.Approval(Facts.Row.Key, Opinion);

    protected override CaseCommand Command() => new ApproveCase(Opinion);
}
