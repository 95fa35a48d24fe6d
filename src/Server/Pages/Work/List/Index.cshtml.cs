using Approvals.Cases.Clocks;
using Approvals.Kernel.Calendar;
using Approvals.Server.Components.Pagination;
using Approvals.Server.Identity;
using Approvals.Server.Reads.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Work.List;

/// <summary>待办: the one work list, with the chosen case beside it.</summary>
public sealed class IndexModel(
    WorkListQuery list,
    WorkFacetsQuery counts,
    WorkCaseQuery cases,
    SigningQuery signing,
    CopiesQuery copies,
    StaffNames names,
    CurrentActor current,
    WorkingCalendar calendar,
    TimeProvider clock
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "light")]
    public string? LightName { get; set; }

    [BindProperty(SupportsGet = true, Name = "scope")]
    public string? ScopeName { get; set; }

    [BindProperty(SupportsGet = true, Name = "sort")]
    public string? SortName { get; set; }

    [BindProperty(SupportsGet = true, Name = "item")]
    public string? Item { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>The case beside the list; the first of the page when none is chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "case")]
    public long? Chosen { get; set; }

    public Person Person { get; private set; } = null!;

    public WorkFilter Filter { get; private set; } = new();

    public IReadOnlyList<WorkLine> Lines { get; private set; } = [];

    public WorkFacets Facets { get; private set; } = new([]);

    /// <summary>How many the filter leaves.</summary>
    public int Total { get; private set; }

    public WorkCase? Preview { get; private set; }

    /// <summary>待我签署, of all units.</summary>
    public IReadOnlyList<SigningLine> Signing { get; private set; } = [];

    /// <summary>How many cases were copied to the reader.</summary>
    public int Copies { get; private set; }

    public StaffNames Names => names;

    public WorkingCalendar Calendar => calendar;

    public DateTimeOffset Now => clock.GetUtcNow();

    public bool IsFiltered => Filter with { Sort = WorkSort.Due, Page = 1 } != new WorkFilter();

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        if (await current.PersonAsync() is not { } someone || await current.ActorAsync() is not { } actor)
        {
            return Challenge();
        }

        Person = someone;
        var person = WorkPerson.Of(actor);
        Filter = new WorkFilter(
            Parse<Light>(LightName),
            Parse<WorkScope>(ScopeName) ?? WorkScope.All,
            Item,
            Words,
            Parse<WorkSort>(SortName) ?? WorkSort.Due,
            Math.Clamp(number, 1, 100_000)
        );
        Facets = await counts.ReadAsync(person, cancellation);
        Total = string.IsNullOrWhiteSpace(Words)
            ? Facets.Count(Filter)
            : await list.CountAsync(person, Filter, cancellation);
        Lines = await list.ReadAsync(person, Filter, cancellation);
        Chosen =
            Lines.FirstOrDefault(line => line.Case.Key == Chosen)?.Case.Key
            ?? (Lines.Count > 0 ? Lines[0].Case.Key : null);
        Preview = Chosen is { } key ? await cases.FindAsync(key, person, cancellation) : null;
        Signing = await signing.ReadAsync(person, cancellation);
        Copies = await copies.CountAsync(person.ActorId, cancellation);
        return Page();
    }

    /// <summary>The address of the list with one thing changed; the first page unless that is what changes.</summary>
    public string With(string? name = null, string? value = null, int page = 1)
    {
        (string Name, string? Value)[] query =
        [
            ("light", LightName),
            ("scope", ScopeName),
            ("item", Item),
            ("q", Words),
            ("sort", SortName),
        ];
        return PaginationView.WithQuery(
            "/work",
            page,
            [.. query.Where(part => part.Name != name), .. name is null ? [] : new[] { (name, value) }]
        );
    }

    private static T? Parse<T>(string? name)
        where T : struct, Enum =>
        Enum.TryParse<T>(name, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}
