using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Work;
using Approvals.Server.Texts;
using Approvals.Workflow.Execution.State;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Verbs;

/// <summary>签署意见: agree or disagree, with words.</summary>
public sealed class SignModel(VerbServices services) : VerbModel(services)
{
    public override TaskVerb Verb => TaskVerb.Sign;

    [BindProperty]
    public bool? Agrees { get; set; }

    /// <summary>Which of the task's signers the reader is.</summary>
    [BindProperty]
    public long Signer { get; set; }

    [BindProperty]
    public string? Opinion { get; set; }

    public SignerFact? Asked => Fact is null ? null : TaskOffers.SignerOf(Fact, Case.Reader.Actor);

    /// <summary>What a disagreement does, which depends on whether there is a decision to disagree with.</summary>
    public Text DisagreeHint =>
        Texts[Fact?.State.Submission is null ? "signer.disagrees-before" : "signer.disagrees-after"];

    protected override void Validate()
    {
        if (Agrees is null)
        {
            Require(null, nameof(Agrees), "signer.answer-missing");
        }

        if (Agrees == false)
        {
            Require(Opinion, nameof(Opinion), "task.opinion-missing");
        }
    }

    protected override TurnAnswer Send(TaskVerbs verbs, TurnScope scope, long task) =>
        verbs.Sign(scope, task, Signer, Agrees!.Value, Opinion);
}
