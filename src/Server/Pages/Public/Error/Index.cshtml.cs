using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Public.Error;

/// <summary>Says what went wrong and what to do next; re-executed with the method of the failed request.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class IndexModel : PageModel
{
    /// <summary>The kind of sentence: 400, 403, 404, 429 or 500.</summary>
    public int Kind { get; private set; }

    public string Trace => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public void OnGet(int status) => Show(status);

    public void OnPost(int status) => Show(status);

    private void Show(int status)
    {
        Kind = status switch
        {
            404 or 405 or 410 => 404,
            401 or 403 => 403,
            429 => 429,
            >= 400 and < 500 => 400,
            _ => 500,
        };

        // Asked for directly the page itself is what was not found.
        if (HttpContext.Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            Kind = 404;
        }
    }
}
