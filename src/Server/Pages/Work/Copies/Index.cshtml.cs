using Approvals.Server.Components.Pagination;
using Approvals.Server.Identity;
using Approvals.Server.Reads.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Work.Copies;

/// <summary>抄送我的: cases to read along.</summary>
public sealed class IndexModel(CopiesQuery copies, StaffNames names, CurrentActor current) : PageModel
{
    public const int PageSize = 30;

    public IReadOnlyList<CopyLine> Lines { get; private set; } = [];

    public PaginationView Pages { get; private set; } = null!;

    public StaffNames Names => names;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        if (await current.ActorAsync() is not { } actor)
        {
            return Challenge();
        }

        var total = await copies.CountAsync(actor.Id, cancellation);
        var page = Math.Clamp(number, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        Pages = new PaginationView(page, PageSize, total, each => PaginationView.WithQuery("/work/copies", each));
        Lines = await copies.ReadAsync(actor.Id, (page - 1) * PageSize, PageSize, cancellation);
        return Page();
    }
}
