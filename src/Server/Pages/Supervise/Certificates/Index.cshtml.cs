using Approvals.Kernel;
using Approvals.Server.Identity.Certificates;
using Approvals.Server.Identity.Sessions;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Supervise.Certificates;

/// <summary>证书审批: requests of kinds that somebody else must look at, decided by a supervisor who did not ask for them.</summary>
[FreshProof]
public sealed class IndexModel(CertificateDesk desk, ITexts texts) : PageModel
{
    public IReadOnlyList<WaitingCertificate> Waiting { get; private set; } = [];

    public void OnGet() => Waiting = desk.Waiting();

    public async Task<IActionResult> OnPostApproveAsync(long key) => Answer(await desk.ApproveAsync(key));

    public async Task<IActionResult> OnPostDeclineAsync(long key, string? reason) =>
        Answer(await desk.DeclineAsync(key, reason));

    private IActionResult Answer(Rejection? rejection)
    {
        if (rejection is null)
        {
            return RedirectToPage();
        }

        ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
        OnGet();
        return Page();
    }
}
