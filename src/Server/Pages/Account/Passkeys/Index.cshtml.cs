using Approvals.Server.Identity;
using Approvals.Server.Identity.Sessions;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Account.Passkeys;

/// <summary>通行密钥: the account's passkeys, made and removed.</summary>
[Authorize]
[FreshProof]
public sealed class IndexModel(
    CurrentSession current,
    PasskeySignIn passkeys,
    UserManager<Identity.Account> accounts,
    ITexts texts
) : PageModel
{
    private const int LongestName = 40;

    public IList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public async Task OnGetAsync() => Passkeys = await accounts.GetPasskeysAsync(await current.RequireAsync());

    public async Task<IActionResult> OnPostOptionsAsync() =>
        Content(await passkeys.CreationOptionsAsync(await current.RequireAsync()), "application/json");

    public async Task<IActionResult> OnPostAsync(string? credential, string? name)
    {
        var given = name?.Trim() ?? string.Empty;
        var kept = given[..Math.Min(given.Length, LongestName)];
        if (await passkeys.AddAsync(await current.RequireAsync(), credential ?? string.Empty, kept) is { } rejection)
        {
            ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
            await OnGetAsync();
            return Page();
        }

        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string id)
    {
        var account = await current.RequireAsync();
        var passkey = (await accounts.GetPasskeysAsync(account)).FirstOrDefault(each =>
            Convert.ToHexString(each.CredentialId) == id
        );
        if (passkey is not null)
        {
            await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        }

        return RedirectToPage();
    }
}
