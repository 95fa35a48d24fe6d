using Approvals.Cases.Handling;
using Approvals.Kernel.Turns;
using Approvals.Server.Reads.Work;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Verbs;

/// <summary>答复催办, by whoever has the urged step or may take it.</summary>
public sealed class ReplyModel(VerbServices services) : VerbModel(services)
{
    public override TaskVerb Verb => TaskVerb.Reply;

    [BindProperty]
    public string? Text { get; set; }

    protected override void Validate() => Require(Text, nameof(Text), "case.urge-answer-missing");

    protected override TurnAnswer Send(TaskVerbs verbs, TurnScope scope, long task) =>
        verbs.AnswerUrge(scope, task, Text!);
}
