using Approvals.Server.Identity;
using Approvals.Server.Reads.Tenders;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roles = Approvals.Kernel.Organisations.Roles;

namespace Approvals.Server.Pages.Tenders.List;

/// <summary>招标公告: everything that is published; who works on tenders also sees what is being prepared.</summary>
public sealed class IndexModel(TenderListQuery tenders, CurrentActor current) : PageModel
{
    public IReadOnlyList<TenderLine> Lines { get; private set; } = [];

    public bool MayDeclare { get; private set; }

    public async Task OnGetAsync()
    {
        var actor = await current.ActorAsync();
        MayDeclare = actor is not null && Roles.Holds(actor, Roles.Tenderer);
        var works =
            actor is not null
            && (
                MayDeclare
                || Roles.Holds(actor, Roles.Agency)
                || Roles.Holds(actor, Roles.BidSupervisor)
                || Roles.Holds(actor, Roles.Notary)
            );
        Lines = tenders.List(isPublicOnly: !works);
    }
}
