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
        new(Search.Page, ItemSearch.PageSize, List.Total, page => Address(Search.Theme, Search.Department, page));

    public async Task<IActionResult> OnGetAsync(
        string? q,
        string? theme,
        string? department,
        CancellationToken cancellation,
        [FromQuery(Name = "page")] int page = 1
    )
    {
        var words = q is { Length: > LongestSearch } ? q[..LongestSearch] : q;
        Search = new ItemSearch(words?.Trim(), NotEmpty(theme), NotEmpty(department), Math.Max(1, page));
        List = await queries.SearchAsync(Search, cancellation);
        var isBeyondTheEnd = Search.Page > 1 && Search.Page > Pages.Pages;
        return isBeyondTheEnd ? NotFound() : Page();
    }

    /// <summary>The same search with another theme, department or page.</summary>
    public string Address(string? theme, string? department, int page = 1) =>
        PaginationView.WithQuery("/items", page, ("q", Search.Words), ("theme", theme), ("department", department));

    private static string? NotEmpty(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
