using Approvals.Server.Identity;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Account.Register;

public sealed class IndexModel(Registration registration, ITexts texts) : PageModel
{
    [BindProperty]
    public RegisterForm Form { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public void OnGet() => Form.CommandId = Guid.NewGuid();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Form.Check(ModelState, texts);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        foreach (var rejection in await registration.RegisterAsync(Form.ToApplicant(), Form.Password!, cancellation))
        {
            ModelState.AddModelError(RegisterForm.FieldOf(rejection), texts.Of(rejection).Plain);
        }

        return ModelState.IsValid ? LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/") : Page();
    }
}
