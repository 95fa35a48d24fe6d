using Approvals.Kernel.Calendar;
using Approvals.Server.Pipeline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Approvals.Server.Pages.Public.Items;

[OutputCache(PolicyName = PublicPages.Policy)]
public sealed class ItemModel(IItemQueries queries, WorkingCalendar calendar, TimeProvider clock) : PageModel
{
    public ItemDetail Item { get; private set; } = null!;

    /// <summary>When an application sent today has its result, if it is accepted today: the acceptance day does not count.</summary>
    public DateOnly ResultBy => calendar.AddWorkingDays(CivilTime.DateOf(clock.GetUtcNow()), Item.Limits.PromisedDays);

    /// <summary>The year's holidays are not announced yet, so the date may still move.</summary>
    public bool IsProvisional => calendar.IsProvisional(ResultBy);

    public IEnumerable<LawView> Laws => LawView.From(Item.Bases);

    /// <param name="on">A day, ISO: the guide as it was then.</param>
    public async Task<IActionResult> OnGetAsync(string code, string? on, CancellationToken cancellation)
    {
        DateOnly? day = null;
        if (!string.IsNullOrEmpty(on))
        {
            if (!DateOnly.TryParseExact(on, "yyyy-MM-dd", out var asked))
            {
                return NotFound();
            }

            day = asked;
        }

        if (await queries.FindAsync(code, day, cancellation) is not { } item)
        {
            return NotFound();
        }

        Item = item;
        return Page();
    }
}
