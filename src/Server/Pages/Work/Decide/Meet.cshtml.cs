using System.Globalization;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Notices;
using Approvals.Kernel;
using Approvals.Kernel.Organisations;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Work.Decide;

/// <summary>联审联办会议: the minutes, and how each unit voted.</summary>
public sealed class MeetModel(DecisionServices services) : PaperDecisionModel(services)
{
    public override string Outcome => "meet";

    protected override NoticeKind Kind => NoticeKind.MeetingMinutes;

    /// <summary>The lead unit and the departments that take part.</summary>
    public IReadOnlyList<Unit> Participants => field ??= Services.ParticipantsOf(Facts);

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

        Validate();
        return ModelState.IsValid ? await SendAsync(Command()) : Page();
    }

    private UnitVote[] Cast => [.. Votes.Select(vote => new UnitVote(vote.Key, vote.Value))];

    protected override void Validate()
    {
        Require(HeldOn?.ToString(CultureInfo.InvariantCulture), nameof(HeldOn), "case.meeting-day-missing");
        Require(Minutes, nameof(Minutes), "case.minutes-missing");
        // Who doesn't belong there, the case refuses; the paper can't even name them.
        if (Votes.Keys.Except(Participants.Select(unit => unit.Code)).Any())
        {
            ModelState.AddModelError(nameof(Votes), Texts.Of(Rejection.Of("case.participants")).Plain);
        }
    }

    protected override NoticeText Draw() => Services.Preview.Minutes(Facts.Row.Key, HeldOn!.Value, Minutes!, Cast);

    protected override CaseCommand Command() => new RecordMeeting(HeldOn!.Value, Minutes!, Cast);
}
