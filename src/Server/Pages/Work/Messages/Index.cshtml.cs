using Approvals.Server.Components.Pagination;
using Approvals.Server.Identity;
using Approvals.Server.Reads.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Work.Messages;

/// <summary>提醒: what the platform told this member of staff, latest first.</summary>
public sealed class IndexModel(MyMessagesQuery messages, CurrentActor current) : PageModel
{
    public const int PageSize = 30;

    public IReadOnlyList<MyMessage> Messages { get; private set; } = [];

    public PaginationView Pages { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        if (await current.ActorAsync() is not { } actor)
        {
            return Challenge();
        }

        var total = await messages.CountAsync(actor.Id, cancellation);
        var page = Math.Clamp(number, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        Pages = new PaginationView(page, PageSize, total, each => PaginationView.WithQuery("/work/messages", each));
        Messages = await messages.ReadAsync(actor.Id, (page - 1) * PageSize, PageSize, cancellation);
        return Page();
    }
}
