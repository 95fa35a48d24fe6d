using Approvals.Cases;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Approvals.Server.Pages.Public.Track;

/// <summary>查进度 by query number, without signing in: what is public about a case and nothing of the applicant.</summary>
[OutputCache(PolicyName = PublicPages.Policy)]
public sealed class IndexModel(CaseFactsQuery cases, LookUpLimit limit, ITexts texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "number")]
    public string? Number { get; set; }

    public CaseFacts? Facts { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(Number))
        {
            return;
        }

        if (!limit.Allows(HttpContext))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            ModelState.AddModelError(string.Empty, texts["track.too-often"].Plain);
            return;
        }

        if (!CaseNumber.TryParseQuery(Number, out var query))
        {
            ModelState.AddModelError(nameof(Number), texts["track.not-a-number"].Plain);
            return;
        }

        Facts = await cases.FindByQueryNumberAsync(query, cancellation);
        if (Facts is null)
        {
            limit.CountMiss(HttpContext);
            Response.StatusCode = StatusCodes.Status404NotFound;
            ModelState.AddModelError(
                nameof(Number),
                texts["track.unknown", ("number", CaseNumber.Grouped(query))].Plain
            );
        }
    }
}
