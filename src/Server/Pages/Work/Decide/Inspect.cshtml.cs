using System.Globalization;
using Approvals.Cases.Commands;
using Approvals.Kernel.Calendar;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>安排联合踏勘: when, where, and which units come.</summary>
public sealed class InspectModel(DecisionServices services) : JointDecisionModel(services)
{
    public override string Outcome => "inspect";

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public TimeOnly? Time { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public List<string> Units { get; set; } = [];

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Require(Day?.ToString(CultureInfo.InvariantCulture), nameof(Day), "case.inspection-day-missing");
        Require(Time?.ToString(CultureInfo.InvariantCulture), nameof(Time), "case.inspection-time-missing");
        Require(Place, nameof(Place), "case.place-missing");
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var on = new DateTimeOffset(Day!.Value.ToDateTime(Time!.Value), CivilTime.Offset);
        return await SendAsync(new ArrangeInspection(on, Place!, Units));
    }
}
