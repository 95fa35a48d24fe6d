using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Work;
using Approvals.Workflow.Execution.State;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Verbs;

/// <summary>撤回审查意见, while nobody has begun to decide.</summary>
public sealed class TakeBackModel(VerbServices services) : VerbModel(services)
{
    public override TaskVerb Verb => TaskVerb.TakeBack;

    [BindProperty]
    public string? Reason { get; set; }

    protected override void Validate()
    {
        // The reason may stay empty.
    }

    protected override TurnAnswer Send(TaskVerbs verbs, TurnScope scope, long task) =>
        verbs.WithdrawReview(scope, task, Reason);
}
