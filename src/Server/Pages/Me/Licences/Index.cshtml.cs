using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Turns;
using Approvals.Server.Identity;
using Approvals.Server.Pages.Me.Apply;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Me.Licences;

/// <summary>我的证照: what is valid, until when, and by when it should be renewed; a renewal begins here.</summary>
public sealed class IndexModel(
    MyLicencesQuery licences,
    CurrentActor current,
    PageCommands commands,
    TimeProvider clock
) : PageModel
{
    public IReadOnlyList<MyLicence> Licences { get; private set; } = [];

    public DateOnly Today => CivilTime.DateOf(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await current.ActorAsync() is not { } actor)
        {
            return Challenge();
        }

        Licences = await licences.ReadAsync(actor.Id, cancellation);
        return Page();
    }

    /// <summary>The draft of the application remembers which licence it renews.</summary>
    public async Task<IActionResult> OnPostRenewAsync(string identifier, CancellationToken cancellation)
    {
        if (await current.ActorAsync() is not { } actor)
        {
            return Challenge();
        }

        var mine = await licences.ReadAsync(actor.Id, cancellation);
        if (
            mine.FirstOrDefault(each => each.Licence.Identifier == identifier) is not { Licence.Ending: null } licence
            || commands.Platform.Readers.Read(session =>
                commands.Platform.Cases.Items.FindEffective(session, licence.ItemCode, Today)
            )
                is not { } item
        )
        {
            return NotFound();
        }

        await commands.SendAsync(scope =>
        {
            Drafts.Save(scope, actor.Id, licence.ItemCode, item.Version, DraftSubmission.Renewing(identifier));
            return TurnAnswer.Done();
        });
        return Redirect(ApplyLinks.Start(licence.ItemCode));
    }
}
