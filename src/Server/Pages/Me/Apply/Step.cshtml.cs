using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Turns;
using Approvals.Server.Components.ErrorSummary;
using Approvals.Server.Components.Forms;
using Approvals.Server.Pages.Me.Apply.Uploads;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>
/// One page of an application. Whatever is posted is saved first and judged afterwards. The page is open to posts without a
/// session, because a sign-in may run out while somebody types: those are parked for the person the page was shown to.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[UnreadForm]
[RequestSizeLimit(PageReader.MostBytes)]
public sealed class StepModel(
    ApplicantSeat applicant,
    ApplyJourneys journeys,
    PageReader pages,
    PageSeat seats,
    PageCommands commands,
    MyLicencesQuery licences,
    TimeProvider clock,
    IAntiforgery antiforgery,
    ITexts texts
) : PageModel
{
    public ApplyJourney Journey { get; private set; } = null!;

    public ApplyStep Step { get; private set; } = null!;

    public FormsView View { get; private set; } = null!;

    public string Seat { get; private set; } = string.Empty;

    /// <summary>Null when no licence of the applicant could stand for a file of this page.</summary>
    public LicenceReuse? Reuse { get; private set; }

    /// <summary>What was sent while nobody was signed in has just been laid into the draft.</summary>
    public bool IsResumed { get; private set; }

    /// <summary>Labels of the fields that the answers just given have brought up.</summary>
    public IReadOnlyList<string> Revealed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, int number, CancellationToken cancellation)
    {
        if (await applicant.FindAsync() is not { } seat)
        {
            return Challenge();
        }

        if (!await FindAsync(code, number, seat, cancellation))
        {
            return NotFound();
        }

        if (Journey.HasParked)
        {
            await commands.SendAsync(scope => Resume(scope, seat.DraftOwner, code));
            await FindAsync(code, number, seat, cancellation);
            IsResumed = true;
        }

        Show(Journey.IsVisited(Step) ? Journey.Typed : null, outcome: null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, int number, CancellationToken cancellation)
    {
        if (journeys.FindItem(code) is not { } item || item.Step(number) is not { } step)
        {
            return NotFound();
        }

        var seat = await applicant.FindAsync();
        var owner = seat?.DraftOwner;
        var posted = await pages.ReadAsync(Request, step.Files, MaySendAsync);
        if (posted is null)
        {
            return BadRequest();
        }

        if (seat is null)
        {
            return await ParkAsync(item, step, posted, owner!);
        }

        if (!await FindAsync(code, number, seat, cancellation))
        {
            return NotFound();
        }

        var hiddenBefore = Journey.HiddenKeys();
        var answer = await commands.SendAsync(scope => Save(scope, owner!, item, step, posted));
        if (answer.Rejection is { } rejection)
        {
            ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
        }
        else if (posted.ValueOf("_go") == LicenceReuse.Action)
        {
            // Its own turn: what was typed is kept when the licence is refused.
            var reused = await commands.SendAsync(scope => LicenceReuse.Run(scope, seat, item, step, posted));
            if (reused.Rejection is { } unfit)
            {
                ModelState.AddModelError("reuse", texts.Of(unfit).Plain);
            }
        }

        await FindAsync(code, number, seat, cancellation);
        return Next(posted, hiddenBefore);

        async Task<bool> MaySendAsync(IReadOnlyDictionary<string, StringValues> values)
        {
            if (seat is null)
            {
                return (owner = seats.Open(values.GetValueOrDefault(PageSeat.Field).ToString(), code)) is not null;
            }

            Request.Form = new FormCollection(new Dictionary<string, StringValues>(values));
            return await antiforgery.IsRequestValidAsync(HttpContext);
        }
    }

    /// <summary>
    /// The page again, unjudged, when it saves itself; another when the person goes back or this one is in order; else this one,
    /// with what is to be done.
    /// </summary>
    private IActionResult Next(PostedPage posted, IReadOnlySet<string> hiddenBefore)
    {
        var here = ApplyLinks.Step(Journey.Code, Step.Number);
        if (posted.ValueOf("_go") == LicenceReuse.Action && ModelState.IsValid)
        {
            return Redirect($"{here}#{FieldError.IdOf(posted.ValueOf(LicenceReuse.MaterialField))}");
        }

        if (posted.ValueOf("_go") is "save" or LicenceReuse.Action)
        {
            Show(Journey.Typed, new FormOutcome(FeelContext.Empty, posted.Refused, []));
            return Page();
        }

        if (ModelState.IsValid && posted.Refused.Count == 0)
        {
            switch (posted.ValueOf("_go"))
            {
                case "back":
                    return Redirect(ApplyLinks.Step(Journey.Code, Math.Max(1, Step.Number - 1)));
                case "later":
                    return Redirect(ApplyLinks.Begun);
            }

            if (posted.Removal is (var field, _))
            {
                return Redirect($"{here}#{FieldError.IdOf(field)}");
            }
        }

        var outcome = Judge(posted.Refused, hiddenBefore);
        if (ModelState.IsValid && outcome.IsValid && Revealed.Count == 0)
        {
            return Redirect(
                Step.Number == Journey.Steps.Count
                    ? ApplyLinks.Check(Journey.Code)
                    : ApplyLinks.Step(Journey.Code, Step.Number + 1)
            );
        }

        Show(Journey.Typed, outcome);
        return Page();
    }

    /// <summary>
    /// What is wrong on this page. A file that was not taken goes before what the form says of its field; a field that only
    /// the answers of this post brought up is asked for, not complained of.
    /// </summary>
    private FormOutcome Judge(IReadOnlyList<FormFieldError> refused, IReadOnlySet<string> hiddenBefore)
    {
        var outcome = Journey.Judge(Step);
        var fresh = outcome
            .Errors.Where(error => error.Code == FormErrors.Required && hiddenBefore.Contains(error.Field))
            .ToList();
        Revealed = [.. fresh.Select(error => Journey.Item.Form.Field(error.Field)!.Label.In(texts.Language).Text)];
        var errors = refused
            .Concat(outcome.Errors.Except(fresh))
            .DistinctBy(error => error.Field, StringComparer.Ordinal)
            .ToDictionary(error => error.Field, StringComparer.Ordinal);
        return outcome with
        {
            Errors = [.. Step.Fields.Where(field => errors.ContainsKey(field.Key)).Select(field => errors[field.Key])],
        };
    }

    private async Task<bool> FindAsync(string code, int number, Seated seat, CancellationToken cancellation)
    {
        if (
            await journeys.FindAsync(code, seat, cancellation) is not { } journey
            || journey.Item.Step(number) is not { } step
        )
        {
            return false;
        }

        (Journey, Step) = (journey, step);
        Seat = seats.Seal(seat.DraftOwner, code);
        var today = CivilTime.DateOf(clock.GetUtcNow());
        Reuse = await LicenceReuse.FindAsync(licences, step, seat, today, cancellation);
        return true;
    }

    private void Show(FormInput? posted, FormOutcome? outcome)
    {
        var page = new FormPage(Journey.Item.Form, Journey.Options(Step))
        {
            Posted = posted,
            Outcome = outcome,
            FileAddress = sha256 => ApplyLinks.File(Journey.Code, sha256),
        };
        var view = new FormDrawing(texts).Draw(page);
        View = Step.Group is not null && view.Items is [GroupView group] ? view with { Items = group.Items } : view;
    }

    private TurnAnswer Resume(TurnScope scope, string owner, string code)
    {
        DraftsParked.Resume(scope, owner, code, Journey.Item.Version.Version);
        return TurnAnswer.Done();
    }

    private async Task<IActionResult> ParkAsync(ApplyItem item, ApplyStep step, PostedPage posted, string owner)
    {
        var parker = Actor.System("parking");
        var name = DraftsParked.NameOf(owner);
        await commands.Platform.SendAsync(parker, scope => Save(scope, name, item, step, posted));
        return Challenge(new AuthenticationProperties { RedirectUri = ApplyLinks.Step(item.Code, step.Number) });
    }

    private static TurnAnswer Save(TurnScope scope, string owner, ApplyItem item, ApplyStep step, PostedPage posted)
    {
        var draft = Drafts.Save(scope, owner, item.Code, item.Version.Version, posted.AnswersTo(step.Asked));
        foreach (var file in posted.Files)
        {
            if (Drafts.Attach(scope, draft, file, alone: !step.Files[file.Field].Multiple) is { } rejection)
            {
                return rejection;
            }
        }

        if (posted.Removal is (var field, var sha256) && step.Files.ContainsKey(field))
        {
            Drafts.Detach(scope, draft, field, sha256);
        }

        return TurnAnswer.Done();
    }
}
