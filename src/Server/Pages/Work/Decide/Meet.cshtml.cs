using System.Globalization;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>联审联办会议: the minutes, and how each unit voted.</summary>
public sealed class MeetModel(DecisionServices services) : JointDecisionModel(services)
{
    public override string Outcome => "meet";

    [BindProperty]
    public DateOnly? HeldOn { get; set; }

    [BindProperty]
    public string? Minutes { get; set; }

    /// <summary>By unit.</summary>
    [BindProperty]
    public Dictionary<string, Vote> Votes { get; set; } = [];

    public async Task<IActionResult> OnPostAsync(long task, CancellationToken cancellation)
    {
        if (!await FindAsync(task, cancellation))
        {
            return NotFound();
        }

        Require(HeldOn?.ToString(CultureInfo.InvariantCulture), nameof(HeldOn), "case.meeting-day-missing");
        Require(Minutes, nameof(Minutes), "case.minutes-missing");
        var votes = Votes.Select(vote => new UnitVote(vote.Key, vote.Value));
        return ModelState.IsValid ? await SendAsync(new RecordMeeting(HeldOn!.Value, Minutes!, [.. votes])) : Page();
    }
}
