using Approvals.Kernel.Calendar;
using Approvals.Server.Identity.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Account.Home;

/// <summary>账号与安全: how one signs in, and where one is signed in.</summary>
[Authorize]
public sealed class IndexModel(
    CurrentSession current,
    SessionBook book,
    ProofMeans means,
    UserManager<Identity.Account> accounts
) : PageModel
{
    public Means Means { get; private set; }

    public int Passkeys { get; private set; }

    public IReadOnlyList<Session> Sessions { get; private set; } = [];

    public string? ThisSession => current.Session?.Id;

    public async Task OnGetAsync()
    {
        var account = await current.RequireAsync();
        Means = await means.OfAsync(account);
        Passkeys = (await accounts.GetPasskeysAsync(account)).Count;
        Sessions = await book.ListAsync(account.Id);
    }

    public async Task<IActionResult> OnPostEndAsync(string id)
    {
        await book.EndAsync((await current.RequireAsync()).Id, id);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        await book.EndOthersAsync((await current.RequireAsync()).Id, ThisSession);
        return RedirectToPage();
    }

    public string Moment(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToOffset(CivilTime.Offset).ToString("yyyy-MM-dd HH:mm");
}
