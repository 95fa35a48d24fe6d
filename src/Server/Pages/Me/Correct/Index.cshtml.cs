using Approvals.Cases.Handling;
using Approvals.Kernel.Turns;
using Approvals.Server.Components.ErrorSummary;
using Approvals.Server.Components.Forms;
using Approvals.Server.Identity;
using Approvals.Server.Pages.Me.Apply.Uploads;
using Approvals.Server.Pipeline;
using Approvals.Server.Texts;
using Approvals.Workflow.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

namespace Approvals.Server.Pages.Me.Correct;

/// <summary>
/// 一次性补正: every point of the notice on one page. Whatever is posted is saved first and judged afterwards; it is sent once,
/// when nothing is open.
/// </summary>
[IgnoreAntiforgeryToken]
[UnreadForm]
[RequestSizeLimit(PageReader.MostBytes)]
public sealed class IndexModel(
    CurrentActor current,
    Corrections corrections,
    CorrectionSubmission submission,
    PageReader pages,
    PageCommands commands,
    IAntiforgery antiforgery,
    ITexts texts
) : PageModel
{
    public Correction Correction { get; private set; } = null!;

    public FormsView View { get; private set; } = null!;

    public Guid Command { get; private set; } = Guid.NewGuid();

    public async Task<IActionResult> OnGetAsync(long key, CancellationToken cancellation)
    {
        if (!await FindAsync(key, cancellation))
        {
            return NotFound();
        }

        Show(Correction.Draft is null ? null : Correction.Typed, outcome: null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long key, CancellationToken cancellation)
    {
        if (!await FindAsync(key, cancellation))
        {
            return NotFound();
        }

        var posted = await pages.ReadAsync(Request, Correction.Files, MaySendAsync);
        if (posted is null || !Guid.TryParse(posted.ValueOf("_command"), out var command))
        {
            return BadRequest();
        }

        Command = command;
        var saved = await commands.SendAsync(scope => Save(scope, posted));
        if (saved.Rejection is { } refused)
        {
            ModelState.AddModelError(string.Empty, texts.Of(refused).Plain);
        }

        await FindAsync(key, cancellation);
        return await NextAsync(key, posted);

        async Task<bool> MaySendAsync(IReadOnlyDictionary<string, StringValues> values)
        {
            Request.Form = new FormCollection(new Dictionary<string, StringValues>(values));
            return await antiforgery.IsRequestValidAsync(HttpContext);
        }
    }

    /// <summary>The case when the correction went out or is left for later; else this page with what is to be done.</summary>
    private async Task<IActionResult> NextAsync(long key, PostedPage posted)
    {
        if (ModelState.IsValid && posted.Refused.Count == 0)
        {
            if (posted.Removal is (var field, _))
            {
                return Redirect($"/me/cases/{key}/correct#{FieldError.IdOf(field)}");
            }

            if (posted.ValueOf("_go") == "later")
            {
                return Redirect($"/me/cases/{key}");
            }
        }

        var outcome = Judge(posted.Refused);
        if (!ModelState.IsValid || !outcome.IsValid)
        {
            Show(Correction.Typed, outcome);
            return Page();
        }

        var answer = await commands.SendAsync(scope => submission.Run(scope, Correction.Facts), Command);
        if (answer.Rejection is { } rejection)
        {
            ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
            Command = Guid.NewGuid();
            Show(Correction.Typed, outcome);
            return Page();
        }

        return Redirect($"/me/cases/{key}");
    }

    /// <summary>A file that was not taken goes before what the form says of its field.</summary>
    private FormOutcome Judge(IReadOnlyList<FormFieldError> refused)
    {
        var outcome = Correction.Judge();
        return outcome with
        {
            Errors = [.. refused.Concat(outcome.Errors).DistinctBy(error => error.Field, StringComparer.Ordinal)],
        };
    }

    private async Task<bool> FindAsync(long key, CancellationToken cancellation)
    {
        if (
            await current.ActorAsync() is not { } actor
            || await corrections.FindAsync(key, actor.Id, cancellation) is not { } correction
        )
        {
            return false;
        }

        Correction = correction;
        return true;
    }

    private void Show(FormInput? posted, FormOutcome? outcome) =>
        View = new FormDrawing(texts).Draw(
            new FormPage(Correction.Form, Correction.Options)
            {
                Posted = posted,
                Outcome = outcome,
                FileAddress = sha256 => $"/me/cases/{Correction.Facts.Row.Key}/correct/file/{sha256}",
            }
        );

    private TurnAnswer Save(TurnScope scope, PostedPage posted)
    {
        var row = Correction.Facts.Row;
        var answers = posted.AnswersTo(Correction.Asked);
        var draft = Drafts.Save(scope, scope.Actor.Id, row.ItemCode, row.ItemVersion, answers, row.Key);
        foreach (var file in posted.Files)
        {
            if (Drafts.Attach(scope, draft, file, alone: !Correction.Files[file.Field].Multiple) is { } rejection)
            {
                return rejection;
            }
        }

        if (posted.Removal is (var field, var sha256) && Correction.Files.ContainsKey(field))
        {
            Drafts.Detach(scope, draft, field, sha256);
        }

        return TurnAnswer.Done();
    }
}
