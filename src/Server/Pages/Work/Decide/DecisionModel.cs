using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Turns;
using Approvals.Server.Identity;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Work;
using Approvals.Server.Signing;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>What the pages of all decisions need: whoever may decide, the case, and the sending.</summary>
public sealed class DecisionServices(
    WorkCaseQuery cases,
    PageCommands commands,
    CurrentActor current,
    NoticePreview preview,
    CaseFileQuery files,
    DraftSigning signing,
    ITexts texts
)
{
    public DraftSigning Signing { get; } = signing;

    public WorkCaseQuery Cases { get; } = cases;

    public PageCommands Commands { get; } = commands;

    public CurrentActor Current { get; } = current;

    public NoticePreview Preview { get; } = preview;

    public CaseFileQuery Files { get; } = files;

    public ITexts Texts { get; } = texts;

    /// <summary>The lead unit of a joint case and the departments that take part.</summary>
    public IReadOnlyList<Unit> ParticipantsOf(CaseFacts facts) =>
        Commands.Platform.Readers.Read<IReadOnlyList<Unit>>(session =>
            [.. facts.State.Participants(facts.Item.Item).Select(code => Organisation.Unit(session, code))]
        );
}

/// <summary>
/// One decision on one task: <c>/work/tasks/{task}/{outcome}</c>. Opened only by who may do the task now; sent, it goes through
/// the turn even when the task is over, so that a form sent twice gets its first answer.
/// </summary>
public abstract class DecisionModel(DecisionServices services) : PageModel
{
    /// <summary>One form, one command: a second sending of it happens once.</summary>
    [BindProperty]
    public Guid CommandId { get; set; } = Guid.NewGuid();

    public WorkStep Step { get; private set; } = null!;

    public CaseFacts Facts => Step.Case.Facts;

    /// <summary>The last part of the address; names the texts of the decision, too.</summary>
    public abstract string Outcome { get; }

    public string Address => $"/work/tasks/{Step.Task}/{Outcome}";

    /// <summary>The paper is shown and waits to be sent.</summary>
    public bool IsChecking { get; protected set; }

    protected DecisionServices Services { get; } = services;

    protected ITexts Texts => Services.Texts;

    public virtual async Task<IActionResult> OnGetAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        return Step.IsOpen ? Page() : Redirect(CaseAddress());
    }

    protected async Task<bool> FindAsync(long task, CancellationToken cancellation)
    {
        if (
            await Services.Current.ActorAsync() is not { } actor
            || await Services.Cases.FindTaskAsync(task, WorkPerson.Of(actor), cancellation) is not { } step
            || !StaffSteps.Has(step.Element, step.Case.Facts.Row.CaseType, Outcome)
        )
        {
            return false;
        }

        Step = step;
        return true;
    }

    /// <summary>Sends the command; what was typed stays when it is refused.</summary>
    protected Task<IActionResult> SendAsync(CaseCommand command) => SendAsync(_ => command);

    /// <summary>Sends a command that is made inside the turn, with documents of its own.</summary>
    /// <param name="signature">The signature under the paper that was shown, where the person made one.</param>
    protected async Task<IActionResult> SendAsync(
        Func<TurnScope, CaseCommand> command,
        Func<TurnScope, SignPaper>? signature = null
    )
    {
        var turns = Services.Commands.Platform.CaseTurns;
        var answer = await Services.Commands.SendAsync(
            scope =>
            {
                var done = turns.CompleteTask(scope, Step.Task, command(scope));
                return signature is null || done.Rejection is not null
                    ? done
                    : turns.Sign(scope, Facts.Row.Key, signature(scope), done);
            },
            CommandId
        );
        if (answer.Rejection is not { } rejection)
        {
            return Redirect(CaseAddress() + "?done=" + (await WaitsForSignersAsync() ? "submitted" : Outcome));
        }

        if (rejection.Code == "case.second-correction")
        {
            await Services.Commands.SendAsync(scope => Alarms.RaiseSecondCorrection(scope, Facts.Row.Key));
        }

        IsChecking = false;
        CommandId = Guid.NewGuid();
        ModelState.AddModelError(string.Empty, Texts.Of(rejection).Plain);
        return Page();
    }

    /// <summary>Says what a field lacks, in the words of the rejection that the case would give.</summary>
    protected void Require(string? text, string field, string code)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            ModelState.AddModelError(field, Texts.Of(Rejection.Of(code)).Plain);
        }
    }

    /// <summary>What was decided takes effect when the signers of the task have signed.</summary>
    private async Task<bool> WaitsForSignersAsync() =>
        await Services.Cases.FindAsync(Facts.Row.Key, Step.Case.Reader, HttpContext.RequestAborted)
            is { Facts.State.Pending: { } pending }
        && pending.Task == Step.Task;

    private string CaseAddress() => "/work/cases/" + Facts.Row.Key;
}
