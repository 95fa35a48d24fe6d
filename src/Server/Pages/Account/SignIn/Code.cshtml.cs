using Approvals.Server.Identity.SecondFactor;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Account.SignIn;

/// <summary>The second step of a sign-in.</summary>
public sealed class CodeModel(CodeSignIn signIn, ITexts texts) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() => await signIn.IsExpectedAsync() ? Page() : BackToPassword();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await signIn.IsExpectedAsync())
        {
            return BackToPassword();
        }

        if (string.IsNullOrWhiteSpace(Code))
        {
            ModelState.AddModelError("Code", texts["account.code-missing"].Plain);
        }
        else if (await signIn.TryAsync(Code) is { } rejection)
        {
            ModelState.AddModelError("Code", texts.Of(rejection).Plain);
        }

        return ModelState.IsValid ? LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/") : Page();
    }

    private RedirectToPageResult BackToPassword() => RedirectToPage("Index", new { ReturnUrl });
}
