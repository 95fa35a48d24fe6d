using Approvals.Cases;
using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Server.Identity;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Me.Case;

/// <summary>One case as its applicant sees it. Another person's case does not exist here.</summary>
public sealed class IndexModel(
    MyCaseQuery cases,
    MyMessagesQuery messages,
    CurrentActor current,
    PageCommands commands,
    WorkingCalendar calendar,
    ITexts texts
) : PageModel
{
    public const int ShortLog = 6;

    public CaseFacts Facts { get; private set; } = null!;

    public IReadOnlyList<MyMessage> Messages { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "log")]
    public string? Log { get; set; }

    public bool IsWholeLog => Log == "all";

    public bool MayWithdraw => Facts.Row.Stage.IsUndecided();

    /// <summary>催办: a step of the staff that he has not urged for this working day.</summary>
    public TaskFact? Urgeable => Facts.Tasks.FirstOrDefault(task => IsStaffs(task) && !IsUrgedOf(task));

    /// <summary>He has urged for this working day.</summary>
    public bool IsUrged => Urgeable is null && Facts.Tasks.Any(task => IsStaffs(task) && IsUrgedOf(task));

    /// <summary>What the applicant sent and what he was given; his own details are no news to him.</summary>
    public IEnumerable<CaseDocument> Documents =>
        Facts.Documents.Where(document => document.Kind != DocumentKinds.Snapshot);

    /// <summary>Answers are read on a page; everything else is served as it is.</summary>
    public string AddressOf(CaseDocument document) =>
        document.Kind == DocumentKinds.Form
            ? $"/me/cases/{Facts.Row.Key}/answers/{document.Id}"
            : $"/documents/{document.Id}";

    /// <summary>A file in whose place a correction has put another.</summary>
    public bool IsReplaced(CaseDocument document) =>
        document.Kind == DocumentKinds.Material
        && !Facts.State.Documents.Exists(current => current.Document.Id == document.Id);

    public async Task<IActionResult> OnGetAsync(long key, CancellationToken cancellation) =>
        await FindAsync(key, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostUrgeAsync(
        long key,
        long task,
        Guid commandId,
        CancellationToken cancellation
    )
    {
        if (!await FindAsync(key, cancellation))
        {
            return NotFound();
        }

        var verbs = commands.Platform.TaskVerbs;
        var answer = await commands.SendAsync(scope => verbs.Urge(scope, key, task, note: null), commandId);
        if (answer.Rejection is not { } rejection)
        {
            return Redirect($"/me/cases/{key}");
        }

        ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
        return Page();
    }

    private bool IsStaffs(TaskFact task) => !task.State.CandidateUsers.Contains(Facts.Row.ApplicantId);

    private bool IsUrgedOf(TaskFact task)
    {
        var today = CivilTime.DateOf(Facts.Now);
        var day = calendar.IsWorkingDay(today) ? today : calendar.AddWorkingDays(today, 1);
        return task.State.Urgings.Any(urging => urging.ActorId == Facts.Row.ApplicantId && urging.Day >= day);
    }

    private async Task<bool> FindAsync(long key, CancellationToken cancellation)
    {
        if (
            await current.ActorAsync() is not { } actor
            || await cases.FindAsync(key, actor.Id, cancellation) is not { } facts
        )
        {
            return false;
        }

        Facts = facts;
        Messages = await messages.OfCaseAsync(actor.Id, key, cancellation);
        return true;
    }
}
