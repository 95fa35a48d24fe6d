using System.Globalization;
using Approvals.Cases.Handling;
using Approvals.Kernel.Turns;
using Approvals.Server.Identity;
using Approvals.Server.Pages.Me.Apply;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Catalogue;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Approvals.Server.Pages.Work.Window;

/// <summary>
/// 窗口收件 (直接受理制): a clerk takes the application of somebody who has no account, for any item that can be applied for here, whichever
/// unit it belongs to (一窗).
/// </summary>
[Authorize(Policy = Roles.Clerk)]
public sealed class IndexModel(ApplicantSeat seat, CatalogueSnapshots catalogue, PageCommands commands, ITexts texts)
    : PageModel
{
    [BindProperty]
    public ServedForm Form { get; set; } = new();

    /// <summary>Whom the clerk serves now; null when nobody.</summary>
    public Seated? Served { get; private set; }

    public IEnumerable<SelectListItem> Items =>
        catalogue
            .Current.Items.Where(version => CatalogueSnapshot.IsOnline(version.Item))
            .Select(version => new SelectListItem(version.Item.Name, version.Item.Code));

    public async Task OnGetAsync() => Served = await seat.FindAsync() is { IsServed: true } served ? served : null;

    public async Task<IActionResult> OnPostAsync()
    {
        Form.Check(ModelState, texts);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var answer = await commands.SendAsync(Find, Form.CommandId);
        if (answer.Rejection is { } rejection)
        {
            ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
            return Page();
        }

        await seat.ServeAsync(long.Parse(answer.Text, CultureInfo.InvariantCulture));
        return Redirect(ApplyLinks.Start(Form.Item!));
    }

    public IActionResult OnPostLeave()
    {
        seat.Leave();
        return Redirect("/work/window");
    }

    /// <summary>The person when he is known by his number, else somebody new without an account.</summary>
    private TurnAnswer Find(TurnScope scope)
    {
        var details = Form.ToDetails();
        var person =
            Organisation.FindByCitizenId(scope.Session, details.CitizenId!, details.CreditCode)
            ?? Organisation.Register(scope, details, []);
        return TurnAnswer.Done(person.ToString(CultureInfo.InvariantCulture));
    }
}
