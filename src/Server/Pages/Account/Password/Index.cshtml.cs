using Approvals.Server.Identity.Sessions;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Account.Password;

/// <summary>A new password; whoever is signed in elsewhere with the old one is signed out.</summary>
[Authorize]
[FreshProof]
public sealed class IndexModel(
    CurrentSession current,
    UserManager<Identity.Account> accounts,
    SessionBook book,
    ITexts texts
) : PageModel
{
    private const int LongestPassword = 128;

    [BindProperty]
    public string? Old { get; set; }

    [BindProperty]
    public string? New { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrEmpty(New) || New.Length > LongestPassword)
        {
            ModelState.AddModelError("New", texts["account.password-missing"].Plain);
            return Page();
        }

        var account = await current.RequireAsync();
        var changed = await accounts.ChangePasswordAsync(account, Old ?? string.Empty, New);
        if (!changed.Succeeded)
        {
            var isOldWrong = changed.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch));
            ModelState.AddModelError(
                isOldWrong ? "Old" : "New",
                texts[isOldWrong ? "account.password-old-wrong" : "rejection.account.password-weak"].Plain
            );
            return Page();
        }

        await book.EndOthersAsync(account.Id, current.Session!.Id);
        return RedirectToPage("/Account/Home/Index");
    }
}
