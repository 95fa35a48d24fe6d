using Approvals.Server.Identity.Certificates;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Account.SignIn;

/// <summary>Takes the challenge that the key of a certificate signed.</summary>
public sealed class CertificateModel(CertificateSignIn signIn, ITexts texts) : PageModel
{
    [BindProperty]
    public string? KeyId { get; set; }

    [BindProperty]
    public string? Signature { get; set; }

    [BindProperty]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => RedirectToPage("Index");

    public IActionResult OnPostChallenge() => Content(signIn.Challenge());

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.TryAsync(KeyId, Signature) is { } rejection)
        {
            ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
            return Page();
        }

        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }
}
