using Approvals.Cases.Clocks;
using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Organisations;
using Approvals.Server.Components.Pagination;
using Approvals.Server.Reads.Supervise;
using Approvals.Server.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Supervise.Cases;

/// <summary>在办件 of all units with their lights.</summary>
public sealed class IndexModel(RunningCasesQuery cases, Platform platform, WorkingCalendar calendar, TimeProvider clock)
    : PageModel
{
    [BindProperty(SupportsGet = true, Name = "unit")]
    public string? UnitCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "light")]
    public string? LightName { get; set; }

    [BindProperty(SupportsGet = true, Name = "number")]
    public string? Number { get; set; }

    public Light? Light { get; private set; }

    public RunningCases Found { get; private set; } = new(0, []);

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public int PageNumber { get; private set; } = 1;

    public WorkingCalendar Calendar => calendar;

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        PageNumber = Math.Clamp(number, 1, 100_000);
        Units = platform.Readers.Read(Organisation.Units);
        Light =
            Enum.TryParse<Light>(LightName, ignoreCase: true, out var light) && Enum.IsDefined(light) ? light : null;
        Found = await cases.ReadAsync(UnitCode, Light, Number, PageNumber, cancellation);
    }

    public string UnitName(string code) => Units.FirstOrDefault(unit => unit.Code == code)?.ShortName ?? code;

    public string At(int page) =>
        PaginationView.WithQuery(
            "/supervise/cases",
            page,
            ("unit", UnitCode),
            ("light", LightName),
            ("number", Number)
        );
}
