using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Work;
using Approvals.Workflow.Execution.State;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Verbs;

/// <summary>催办, once a working day.</summary>
public sealed class UrgeModel(VerbServices services) : VerbModel(services)
{
    public override TaskVerb Verb => TaskVerb.Urge;

    [BindProperty]
    public string? Note { get; set; }

    protected override void Validate()
    {
        // The note may stay empty.
    }

    protected override TurnAnswer Send(TaskVerbs verbs, TurnScope scope, long task) =>
        verbs.Urge(scope, Facts.Row.Key, task, Note);
}
