using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Work;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Work.Verbs;

/// <summary>
/// One verb on one task: <c>/work/tasks/{task}/{verb}</c>. Opened only while the verb is offered; sent, it goes through the turn even
/// when the task is over, so that a form sent twice gets its first answer.
/// </summary>
public abstract class VerbModel(VerbServices services) : PageModel
{
    /// <summary>One form, one command: a second sending of it happens once.</summary>
    [BindProperty]
    public Guid CommandId { get; set; } = Guid.NewGuid();

    public abstract TaskVerb Verb { get; }

    /// <summary>The last part of the address; names the texts of the verb, too.</summary>
    public string Name => TaskOffers.AddressOf(Verb);

    public WorkCase Case { get; private set; } = null!;

    public CaseFacts Facts => Case.Facts;

    /// <summary>The task as it stands; null when it is over.</summary>
    public TaskFact? Fact { get; private set; }

    /// <summary>Whom the reader can choose; empty for verbs without a choice.</summary>
    public IReadOnlyList<Colleague> People { get; private set; } = [];

    protected VerbServices Services { get; } = services;

    protected ITexts Texts => Services.Texts;

    public async Task<IActionResult> OnGetAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        return Fact is { } fact && TaskOffers.Allows(Verb, fact, Case.Reader.Actor) ? Page() : Redirect(CaseAddress());
    }

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Validate();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var verbs = Services.Commands.Platform.TaskVerbs;
        var answer = await Services.Commands.SendAsync(scope => Send(verbs, scope, task), CommandId);
        if (answer.Rejection is not { } rejection)
        {
            return Redirect(CaseAddress() + "?done=" + Name);
        }

        CommandId = Guid.NewGuid();
        ModelState.Remove(nameof(CommandId));
        ModelState.AddModelError(string.Empty, Texts.Of(rejection).Plain);
        return Page();
    }

    /// <summary>The name of a unit, for groups of people to choose from.</summary>
    public string UnitOf(string code) => Services.Names.UnitOf(code);

    /// <summary>Puts everything that is missing into the model state.</summary>
    protected abstract void Validate();

    protected abstract TurnAnswer Send(TaskVerbs verbs, TurnScope scope, long task);

    protected virtual Task<IReadOnlyList<Colleague>> ReadPeopleAsync(
        ColleaguesQuery colleagues,
        TaskFact task,
        Actor actor,
        CancellationToken cancellation
    ) => Task.FromResult<IReadOnlyList<Colleague>>([]);

    /// <summary>Says what a field lacks, in the words of the rejection that the engine would give.</summary>
    protected void Require(string? text, string field, string code)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            ModelState.AddModelError(field, Texts.Of(Rejection.Of(code)).Plain);
        }
    }

    private async Task<bool> FindAsync(long task, CancellationToken cancellation)
    {
        if (
            await Services.Current.ActorAsync() is not { } actor
            || await Services.Cases.FindByTaskAsync(task, WorkPerson.Of(actor), cancellation) is not { } found
        )
        {
            return false;
        }

        Case = found;
        Fact = found.FactOf(task);
        People = Fact is null ? [] : await ReadPeopleAsync(Services.Colleagues, Fact, actor, cancellation);
        return true;
    }

    private string CaseAddress() => "/work/cases/" + Facts.Row.Key;
}
