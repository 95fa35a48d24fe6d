using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Work;
using Approvals.Workflow.Execution.State;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Verbs;

/// <summary>减签: a signer who has not signed yet.</summary>
public sealed class RemoveSignerModel(VerbServices services) : VerbModel(services)
{
    public override TaskVerb Verb => TaskVerb.RemoveSigner;

    [BindProperty]
    public long? Signer { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<SignerFact> Signers =>
        Fact is null ? [] : [.. TaskOffers.RemovableBy(Fact, Case.Reader.Actor)];

    protected override void Validate()
    {
        if (Signer is null)
        {
            Require(null, nameof(Signer), "signer.missing");
        }

        Require(Reason, nameof(Reason), "task.reason-missing");
    }

    protected override TurnAnswer Send(TaskVerbs verbs, TurnScope scope, long task) =>
        verbs.RemoveSigner(scope, task, Signer!.Value, Reason!);
}
