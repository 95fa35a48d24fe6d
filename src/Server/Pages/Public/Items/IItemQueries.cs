namespace Approvals.Server.Pages.Public.Items;

/// <summary>What the public item pages read. One statement per page; nothing here changes anything.</summary>
public interface IItemQueries
{
    Task<ItemList> SearchAsync(ItemSearch search, CancellationToken cancellation);

    /// <summary>The item in force under the code today, or on the day asked for; null when there was none.</summary>
    Task<ItemDetail?> FindAsync(string code, DateOnly? on, CancellationToken cancellation);
}

/// <param name="Words">What the person typed: names, keywords and materials are searched; null or empty finds all.</param>
/// <param name="Page">From 1.</param>
/// <param name="Event">人生事件.</param>
/// <param name="Visits">At most so many visits: 0 is 一趟不用跑, 1 最多跑一趟; null asks for nothing.</param>
public sealed record ItemSearch(
    string? Words,
    string? Theme,
    string? Department,
    int Page,
    string? Event = null,
    int? Visits = null
)
{
    public const int PageSize = 20;

    public bool IsNarrowed =>
        !string.IsNullOrWhiteSpace(Words)
        || Theme is not null
        || Department is not null
        || Event is not null
        || Visits is not null;
}

/// <param name="Items">The page of items, best match first.</param>
/// <param name="Themes">Themes of everything the words find, whatever theme is chosen; so are the departments.</param>
public sealed record ItemList(
    IReadOnlyList<ItemSummary> Items,
    int Total,
    IReadOnlyList<Facet> Themes,
    IReadOnlyList<Facet> Departments
)
{
    public IReadOnlyList<Facet> Events { get; init; } = [];

    /// <summary>How many of what the words find take no visit, and how many at most one.</summary>
    public int WithoutVisit { get; init; }

    public int WithOneVisit { get; init; }
}

/// <summary>A choice that narrows a list, and how many it leaves.</summary>
public sealed record Facet(string Name, int Count);

/// <param name="DepartmentShort">市监局, for narrow columns.</param>
/// <param name="CaseType">One of the seven case types: 即办件, 承诺件, 承诺告知件, 联办件, 转报件, 绿色通道件, 补办件.</param>
/// <param name="PromisedDays">Working days; 0 is 当场.</param>
public sealed record ItemSummary(
    string Code,
    string Name,
    string Department,
    string DepartmentShort,
    string CaseType,
    int PromisedDays,
    string Theme
);
