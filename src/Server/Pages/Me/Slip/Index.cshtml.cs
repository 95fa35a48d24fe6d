using Approvals.Server.Pages.Me.Apply;
using Approvals.Server.Reads.Log;
using Approvals.Server.Reads.Slips;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Me.Slip;

/// <summary>取号单: the number, what was received, what comes next and by when; to print or to keep.</summary>
public sealed class IndexModel(ApplicantSeat applicant, SlipQuery slips, LeafQuery leaves) : PageModel
{
    public SlipDetail Slip { get; private set; } = null!;

    /// <summary>The entry of the public log that gave the number.</summary>
    public long? Position { get; private set; }

    /// <summary>Where the number is looked up, as a phone needs it.</summary>
    public string TrackAddress => $"{Request.Scheme}://{Request.Host}/track?number={Slip.QueryNumber}";

    public async Task<IActionResult> OnGetAsync(long key, CancellationToken cancellation)
    {
        var seat = await applicant.FindAsync();
        if (seat is null || await slips.FindAsync(key, seat.ActorId, cancellation) is not { } slip)
        {
            return NotFound();
        }

        Slip = slip;
        Position = leaves.OfSubmission(key);
        return Page();
    }
}
