using Approvals.Server.Pipeline;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Approvals.Server.Pages.Public.Hall;

[OutputCache(PolicyName = PublicPages.Policy)]
public sealed class IndexModel(IHallQueries queries) : PageModel
{
    /// <summary>The grid shows three full rows at most; the rest is behind "all items".</summary>
    private const int ThemesShown = 12;

    public HallView Hall { get; private set; } = null!;

    public IEnumerable<Items.Facet> Themes => Hall.Themes.OrderByDescending(theme => theme.Count).Take(ThemesShown);

    public async Task OnGetAsync(CancellationToken cancellation) => Hall = await queries.ReadAsync(cancellation);
}
