using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Components.Pagination;
using Approvals.Server.Identity;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Me.Messages;

/// <summary>消息: what the platform has told the person, unread first to be seen.</summary>
public sealed class IndexModel(MyMessagesQuery messages, CurrentActor current, PageCommands commands, ITexts texts)
    : PageModel
{
    public const int PageSize = 30;

    private static readonly SqlText MarkRead = new(
        "UPDATE message SET read = ?2 WHERE person = ?1 AND key <= ?3 AND read IS NULL"
    );

    public IReadOnlyList<MyMessage> Messages { get; private set; } = [];

    public PaginationView Pages { get; private set; } = null!;

    public int Unread { get; private set; }

    /// <summary>The newest message that the page showed: what came since stays unread.</summary>
    [BindProperty]
    public long Through { get; set; }

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        if (await current.ActorAsync() is not { } actor)
        {
            return Challenge();
        }

        var total = await messages.CountAsync(actor.Id, cancellation);
        number = Math.Clamp(number, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        Pages = new PaginationView(number, PageSize, total, page => PaginationView.WithQuery("/me/messages", page));
        Messages = await messages.ReadAsync(actor.Id, (number - 1) * PageSize, PageSize, cancellation);
        Unread = await messages.CountUnreadAsync(actor.Id, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var answer = await commands.SendAsync(scope =>
        {
            scope.Session.Execute(MarkRead, scope.Actor.Id, scope.Now, Through);
            return TurnAnswer.Done();
        });
        return answer.Rejection is { } rejection ? BadRequest(texts.Of(rejection).Plain) : Redirect("/me/messages");
    }
}
