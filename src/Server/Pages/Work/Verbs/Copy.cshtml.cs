using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Work;
using Approvals.Workflow.Execution.State;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Verbs;

/// <summary>抄送: who may read along.</summary>
public sealed class CopyModel(VerbServices services) : VerbModel(services)
{
    public override TaskVerb Verb => TaskVerb.Copy;

    [BindProperty]
    public IReadOnlyList<string> Recipients { get; set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    public IEnumerable<VerbOption> Options =>
        People.Select(person =>
        {
            var isCopied = Fact?.State.Copies.Contains(person.ActorId) == true;
            return new VerbOption(
                person.ActorId,
                person.Title is { } title ? person.Name + "　" + title : person.Name,
                isCopied || Recipients.Contains(person.ActorId),
                isCopied ? Texts["verb.copied"] : null,
                isCopied
            );
        });

    protected override void Validate()
    {
        if (Recipients.Count == 0)
        {
            Require(null, nameof(Recipients), "task.recipients-missing");
        }
    }

    protected override TurnAnswer Send(TaskVerbs verbs, TurnScope scope, long task) =>
        verbs.Copy(scope, task, Recipients, Note);

    protected override Task<IReadOnlyList<Colleague>> ReadPeopleAsync(
        ColleaguesQuery colleagues,
        TaskFact task,
        Actor actor,
        CancellationToken cancellation
    ) => colleagues.OfUnitAsync(Facts.Row.Unit, actor, cancellation);
}
