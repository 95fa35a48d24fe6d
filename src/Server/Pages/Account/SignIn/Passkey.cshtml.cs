using Approvals.Server.Identity;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Account.SignIn;

/// <summary>Takes the passkey that the button of the sign-in page used.</summary>
public sealed class PasskeyModel(PasskeySignIn signIn, ITexts texts) : PageModel
{
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => RedirectToPage("Index");

    public async Task<IActionResult> OnPostOptionsAsync() => Content(await signIn.OptionsAsync(), "application/json");

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.TryAsync(Credential ?? string.Empty) is { } rejection)
        {
            ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
            return Page();
        }

        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }
}
