using Approvals.Server.Components.Pagination;
using Approvals.Server.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Approvals.Server.Pages.Public.Items;

[OutputCache(PolicyName = PublicPages.Policy)]
public sealed class ListModel(IItemQueries queries) : PageModel
{
    private const int LongestSearch = 100;

    public ItemSearch Search { get; private set; } = null!;

    public ItemList List { get; private set; } = null!;

    public PaginationView Pages =>
        new(Search.Page, ItemSearch.PageSize, List.Total, page => Address(Search with { Page = page }));

    public async Task<IActionResult> OnGetAsync(
        string? q,
        string? theme,
        string? department,
        [FromQuery(Name = "event")] string? lifeEvent,
        int? visits,
        CancellationToken cancellation,
        [FromQuery(Name = "page")] int page = 1
    )
    {
        var words = q is { Length: > LongestSearch } ? q[..LongestSearch] : q;
        Search = new ItemSearch(
            words?.Trim(),
            NotEmpty(theme),
            NotEmpty(department),
            Math.Max(1, page),
            NotEmpty(lifeEvent),
            visits is 0 or 1 ? visits : null
        );
        List = await queries.SearchAsync(Search, cancellation);
        var isBeyondTheEnd = Search.Page > 1 && Search.Page > Pages.Pages;
        return isBeyondTheEnd ? NotFound() : Page();
    }

    /// <summary>The address of another choice of the same words, from its first page unless it names one.</summary>
    public static string Address(ItemSearch search) =>
        PaginationView.WithQuery(
            "/items",
            search.Page,
            ("q", search.Words),
            ("theme", search.Theme),
            ("department", search.Department),
            ("event", search.Event),
            ("visits", search.Visits?.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );

    private static string? NotEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
