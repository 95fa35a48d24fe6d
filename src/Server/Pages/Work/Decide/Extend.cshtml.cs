using System.Globalization;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>申请延期: how many working days more, and why the promise can't be kept (行政许可法 art. 42).</summary>
public sealed class ExtendModel(DecisionServices services) : DecisionModel(services)
{
    public override string Outcome => "extend";

    /// <summary>The most that the law allows for the type.</summary>
    public int Most => Approvals.Cases.ExtensionRules.LongestDays(Facts.Row.CaseType);

    [BindProperty]
    public string? Days { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Require(Reason, nameof(Reason), "case.reason-missing");
        if (
            !int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            || days < 1
            || days > Most
        )
        {
            ModelState.AddModelError(
                nameof(Days),
                Texts.Of(Approvals.Kernel.Rejection.Of("case.extension-days", ("most", $"{Most}"))).Plain
            );
        }

        return ModelState.IsValid ? await SendAsync(new RequestExtension(days, Reason!)) : Page();
    }
}
