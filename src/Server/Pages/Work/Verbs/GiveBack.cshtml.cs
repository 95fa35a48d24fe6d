using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Work;
using Approvals.Workflow.Execution.State;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Verbs;

/// <summary>交回委托, with an opinion; or 收回, by whoever delegated.</summary>
public sealed class GiveBackModel(VerbServices services) : VerbModel(services)
{
    public override TaskVerb Verb => TaskVerb.GiveBack;

    /// <summary>The reader delegated the task and takes it back.</summary>
    public bool IsDelegator => Fact?.State.DelegatedBy == Case.Reader.ActorId;

    [BindProperty]
    public string? Opinion { get; set; }

    protected override void Validate()
    {
        if (!IsDelegator)
        {
            Require(Opinion, nameof(Opinion), "task.opinion-missing");
        }
    }

    protected override TurnAnswer Send(TaskVerbs verbs, TurnScope scope, long task) =>
        verbs.ResolveDelegation(scope, task, Opinion);
}
