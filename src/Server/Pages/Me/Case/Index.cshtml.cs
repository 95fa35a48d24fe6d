using Approvals.Cases;
using Approvals.Cases.Handling;
using Approvals.Server.Identity;
using Approvals.Server.Reads.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Me.Case;

/// <summary>One case as its applicant sees it. Another person's case does not exist here.</summary>
public sealed class IndexModel(MyCaseQuery cases, MyMessagesQuery messages, CurrentActor current) : PageModel
{
    public const int ShortLog = 6;

    public CaseFacts Facts { get; private set; } = null!;

    public IReadOnlyList<MyMessage> Messages { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "log")]
    public string? Log { get; set; }

    public bool IsWholeLog => Log == "all";

    public bool MayWithdraw => Facts.Row.Stage.IsUndecided();

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

    public async Task<IActionResult> OnGetAsync(long key, CancellationToken cancellation)
    {
        if (
            await current.ActorAsync() is not { } actor
            || await cases.FindAsync(key, actor.Id, cancellation) is not { } facts
        )
        {
            return NotFound();
        }

        Facts = facts;
        Messages = await messages.OfCaseAsync(actor.Id, key, cancellation);
        return Page();
    }
}
