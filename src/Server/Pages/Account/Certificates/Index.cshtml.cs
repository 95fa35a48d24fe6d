using Approvals.Credentials.Authority;
using Approvals.Credentials.Enrolment;
using Approvals.Kernel;
using Approvals.Server.Identity;
using Approvals.Server.Identity.Certificates;
using Approvals.Server.Identity.Sessions;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Account.Certificates;

/// <summary>我的证书: what one has, a new one in one step, and giving one up.</summary>
[Authorize]
public sealed class IndexModel(
    CertificateDesk desk,
    CurrentActor current,
    CurrentSession session,
    TimeProvider clock,
    ITexts texts
) : PageModel
{
    /// <summary>Those that the owner of a certificate can know of.</summary>
    public static readonly IReadOnlyList<string> Reasons =
    [
        "superseded",
        "key-compromise",
        "affiliation-changed",
        "cessation-of-operation",
    ];

    public IReadOnlyList<CredentialRow> Rows { get; private set; } = [];

    public IReadOnlyList<EnrolmentKind> Kinds { get; private set; } = [];

    public bool IsFresh => session.IsFresh;

    public async Task OnGetAsync()
    {
        var person = await current.PersonAsync();
        Rows = person is null ? [] : desk.OfPerson(person.Id);
        // The kind of one's post first: it is the one most people come for.
        Kinds =
        [
            .. EnrolmentKind
                .All.Where(kind => person is not null && kind.IsOpenTo(person.Groups))
                .OrderByDescending(kind => kind == EnrolmentKind.Clerk),
        ];
    }

    public async Task<IActionResult> OnPostNonceAsync() =>
        IsFresh ? Content(await desk.NonceAsync()) : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAsync(string? kind, string? request)
    {
        var bytes = new byte[request?.Length ?? 0];
        var isRead = Convert.TryFromBase64String(request ?? string.Empty, bytes, out var length);
        return await AnswerAsync(() =>
            isRead
                ? desk.AskAsync(kind, bytes[..length])
                : Task.FromResult<Rejection?>(Rejection.Of("certificate.request-malformed"))
        );
    }

    public Task<IActionResult> OnPostRevokeAsync(long key, string? reason) =>
        AnswerAsync(() =>
            Reasons.Contains(reason)
                ? desk.RevokeAsync(key, reason)
                : Task.FromResult<Rejection?>(Rejection.Of("certificate.reason"))
        );

    public BidderCertificate? BidderOf(CredentialRow row) => desk.BidderOf(row);

    public CertificateView StandingOf(CredentialRow row) => CertificateViews.Of(row, clock.GetUtcNow());

    private async Task<IActionResult> AnswerAsync(Func<Task<Rejection?>> command)
    {
        if (!IsFresh)
        {
            return Redirect($"{FreshProofAttribute.Address}?returnUrl=/account/certificates");
        }

        if (await command() is { } rejection)
        {
            ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
            await OnGetAsync();
            return Page();
        }

        return RedirectToPage();
    }
}
