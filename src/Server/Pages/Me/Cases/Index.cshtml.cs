using Approvals.Cases;
using Approvals.Server.Components.Pagination;
using Approvals.Server.Identity;
using Approvals.Server.Reads.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Me.Cases;

/// <summary>我的办件: all cases of the person, with their lights and what is asked.</summary>
public sealed class IndexModel(MyCasesQuery cases, MyMessagesQuery messages, CurrentActor current) : PageModel
{
    public const int PageSize = 20;

    public PaginationView Pages { get; private set; } = null!;

    public IReadOnlyList<MyCase> Cases { get; private set; } = [];

    public int Unread { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        if (await current.ActorAsync() is not { } actor)
        {
            return Challenge();
        }

        var total = await cases.CountAsync(actor.Id, cancellation);
        number = Math.Clamp(number, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        Pages = new PaginationView(number, PageSize, total, page => PaginationView.WithQuery("/me/cases", page));
        Cases = await cases.ReadAsync(actor.Id, (number - 1) * PageSize, PageSize, cancellation);
        Unread = await messages.CountUnreadAsync(actor.Id, cancellation);
        return Page();
    }

    /// <summary>The id of the words for what is asked of the applicant, or null.</summary>
    public static string? Asked(MyCase mine) =>
        mine.Row.Stage.IsCorrecting() ? "cases.asked.correct"
        : mine.Row.Stage == CaseStage.Rectifying ? "cases.asked.rectify"
        : mine.Row.Stage == CaseStage.Supplying ? "cases.asked.supply"
        : mine.Row is { Stage: CaseStage.Closed, Stars: null } ? "cases.asked.rate"
        : null;
}
