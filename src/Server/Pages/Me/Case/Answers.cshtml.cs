using Approvals.Cases.Handling;
using Approvals.Cases.Rows;
using Approvals.Server.Components.CaseFactsAnswers;
using Approvals.Server.Identity;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Catalogue;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Me.Case;

/// <summary>A copy of one's answers, as they were sent.</summary>
public sealed class AnswersModel(
    MyCaseQuery cases,
    DocumentQuery documents,
    ApplyForms forms,
    CurrentActor current,
    ITexts texts
) : PageModel
{
    public CaseRow Row { get; private set; } = null!;

    public DateTimeOffset SentAt { get; private set; }

    public CaseAnswersView Answers { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long key, long document, CancellationToken cancellation)
    {
        if (
            await current.ActorAsync() is not { } actor
            || await cases.FindAsync(key, actor.Id, cancellation) is not { } facts
            || facts.Documents.All(each => each.Id != document || each.Kind != DocumentKinds.Form)
            || await documents.FindAsync(document, actor, cancellation) is not { Document.Bytes: { } bytes } served
            || facts.Item.Item.ApplyForm is not { } name
            || forms.Find(name) is not { } form
        )
        {
            return NotFound();
        }

        Row = facts.Row;
        SentAt = DateTimeOffset.FromUnixTimeMilliseconds(served.Document.At);
        Answers = CaseAnswersView.Of(texts, form, bytes);
        return Page();
    }
}
