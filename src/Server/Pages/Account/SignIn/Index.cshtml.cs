using Approvals.Server.Identity;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Account.SignIn;

public sealed class IndexModel(PasswordSignIn signIn, ITexts texts, IEnumerable<DemoAccount> demoAccounts) : PageModel
{
    [BindProperty]
    public SignInForm Form { get; set; } = new();

    /// <summary>Where the person wanted to go; only addresses of this site are followed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IReadOnlyList<DemoAccount> DemoAccounts => [.. demoAccounts];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        Form.Check(ModelState, texts);
        if (ModelState.IsValid && await signIn.TryAsync(Form.Name!.Trim(), Form.Password!) is { } rejection)
        {
            if (rejection.Code == "account.code-needed")
            {
                return RedirectToPage("/Account/SignIn/Code", new { ReturnUrl });
            }

            ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
        }

        return ModelState.IsValid ? LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/") : Page();
    }
}
