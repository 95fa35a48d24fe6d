using Approvals.Kernel;
using Approvals.Server.Identity;
using Approvals.Server.Identity.Sessions;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Account.Confirm;

/// <summary>Before something that binds: is it still you? By the best means the account has.</summary>
[Authorize]
public sealed class IndexModel(FreshProof proof, CurrentSession current, PasskeySignIn passkeys, ITexts texts)
    : PageModel
{
    public Means Means { get; private set; }

    /// <summary>The code or the password; which one, the account's means decide.</summary>
    [BindProperty]
    public string? Secret { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task OnGetAsync() => Means = await proof.MeansAsync();

    public async Task<IActionResult> OnPostOptionsAsync() =>
        Content(await passkeys.OptionsAsync(await current.RequireAsync()), "application/json");

    public async Task<IActionResult> OnPostAsync()
    {
        Means = await proof.MeansAsync();
        var secret = Secret?.Trim() ?? string.Empty;
        return Answer(Means.Code ? await proof.ByCodeAsync(secret) : await proof.ByPasswordAsync(Secret ?? secret));
    }

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        Means = await proof.MeansAsync();
        return Answer(await proof.ByPasskeyAsync(credential ?? string.Empty));
    }

    private IActionResult Answer(Rejection? rejection)
    {
        if (rejection is null)
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/account");
        }

        ModelState.AddModelError("Secret", texts.Of(rejection).Plain);
        return Page();
    }
}
