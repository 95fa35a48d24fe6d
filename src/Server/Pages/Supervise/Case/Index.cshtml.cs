using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Supervise;
using Approvals.Server.Reads.Work;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Supervise.Case;

/// <summary>Any case as supervisors see it: everything, and no command but 催办.</summary>
public sealed class IndexModel(
    CaseFactsQuery cases,
    CaseFileQuery files,
    AlarmsQuery alarms,
    PageCommands commands,
    ITexts texts
) : PageModel
{
    public CaseFacts Facts { get; private set; } = null!;

    public CaseFile? Form { get; private set; }

    public IReadOnlyList<AlarmLine> Alarms { get; private set; } = [];

    /// <summary>What the supervisor wants said with the urging.</summary>
    [BindProperty]
    public string? Note { get; set; }

    [BindProperty(SupportsGet = true, Name = "done")]
    public string? Done { get; set; }

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
        var answer = await commands.SendAsync(scope => verbs.Urge(scope, key, task, Note), commandId);
        if (answer.Rejection is not { } rejection)
        {
            return Redirect($"/supervise/cases/{key}?done=urge");
        }

        ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
        return Page();
    }

    private async Task<bool> FindAsync(long key, CancellationToken cancellation)
    {
        if (await cases.FindAsync(key, cancellation) is not { } facts)
        {
            return false;
        }

        Facts = facts;
        Form = files.Find(key, facts.Item);
        Alarms = await alarms.OfCaseAsync(key, cancellation);
        return true;
    }
}
