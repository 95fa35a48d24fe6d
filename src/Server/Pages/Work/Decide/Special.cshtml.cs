using System.Globalization;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>特别程序: which one and for how long; the limits stand still meanwhile (行政许可法 art. 45).</summary>
public sealed class SpecialModel(DecisionServices services) : DecisionModel(services)
{
    public override string Outcome => "special";

    [BindProperty]
    public string? Procedure { get; set; }

    [BindProperty]
    public int? Days { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Those of the item first, then those that the law names for all.</summary>
    public IReadOnlyList<string> Procedures =>
        [
            .. Facts
                .Item.Item.SpecialProcedures.Where(procedure => !procedure.CountsInLimit)
                .Select(procedure => procedure.Name)
                .Concat(SpecialProcedures.Statutory)
                .Distinct(StringComparer.Ordinal),
        ];

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Require(Procedure, nameof(Procedure), "case.procedure-missing");
        Require(Days?.ToString(CultureInfo.InvariantCulture), nameof(Days), "case.procedure-days");
        Require(Reason, nameof(Reason), "case.reason-missing");
        return ModelState.IsValid
            ? await SendAsync(new BeginSpecialProcedure(Procedure!, Days!.Value, Reason!))
            : Page();
    }
}
