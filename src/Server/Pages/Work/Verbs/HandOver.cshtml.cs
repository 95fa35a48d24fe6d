using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Work;
using Approvals.Workflow.Execution.State;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Verbs;

/// <summary>转办, to somebody else whom the task is offered to.</summary>
public sealed class HandOverModel(VerbServices services) : VerbModel(services)
{
    public override TaskVerb Verb => TaskVerb.HandOver;

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    protected override void Validate()
    {
        Require(To, nameof(To), "task.person-missing");
        Require(Reason, nameof(Reason), "task.reason-missing");
    }

    protected override TurnAnswer Send(TaskVerbs verbs, TurnScope scope, long task) =>
        verbs.HandOver(scope, task, To!, Reason!);

    protected override Task<IReadOnlyList<Colleague>> ReadPeopleAsync(
        ColleaguesQuery colleagues,
        TaskFact task,
        Actor actor,
        CancellationToken cancellation
    ) => colleagues.ReceiversAsync(task, actor, cancellation);
}
