using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Supervise;
using Approvals.Server.Reads.Work;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Supervise.Case;

/// <summary>Any case as supervisors see it: everything, and no command.</summary>
public sealed class IndexModel(CaseFactsQuery cases, CaseFileQuery files, AlarmsQuery alarms) : PageModel
{
    public CaseFacts Facts { get; private set; } = null!;

    public CaseFile? Form { get; private set; }

    public IReadOnlyList<AlarmLine> Alarms { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(long key, CancellationToken cancellation)
    {
        if (await cases.FindAsync(key, cancellation) is not { } facts)
        {
            return NotFound();
        }

        Facts = facts;
        Form = files.Find(key, facts.Item);
        Alarms = await alarms.OfCaseAsync(key, cancellation);
        return Page();
    }
}
