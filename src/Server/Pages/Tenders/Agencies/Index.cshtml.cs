using Approvals.Server.Reads.Tenders;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roles = Approvals.Kernel.Organisations.Roles;

namespace Approvals.Server.Pages.Tenders.Agencies;

/// <summary>代理机构名录, with the published tenders that each was chosen for.</summary>
public sealed class IndexModel(TenderPartiesQuery parties, TenderListQuery tenders) : PageModel
{
    public IReadOnlyList<(TenderParty Agency, IReadOnlyList<TenderLine> Tenders)> Agencies { get; private set; } = [];

    public void OnGet()
    {
        var published = tenders.List(isPublicOnly: true).ToLookup(line => line.Agency, StringComparer.Ordinal);
        Agencies =
        [
            .. parties
                .Of(Roles.Agency)
                .Select(agency => (agency, (IReadOnlyList<TenderLine>)[.. published[agency.Unit]])),
        ];
    }
}
