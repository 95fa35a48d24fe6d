using Approvals.Cases;
using Approvals.Cases.Events;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Execution.Clocks;

namespace Approvals.Server.Reads.Cases;

/// <summary>The limit of one department in parallel review, as a clock that can be drawn and explained like that of the case.</summary>
public sealed record BranchClock(Branch Branch, CaseClock Clock)
{
    /// <summary>One for each department that was asked; nothing pauses them, and an answer stops them.</summary>
    public static IReadOnlyList<BranchClock> Of(CaseFacts facts, WorkingCalendar calendar)
    {
        var opened = facts.History.Select(each => each.Event).OfType<BranchesOpened>().LastOrDefault();
        return opened is null
            ? []
            :
            [
                .. facts.State.Branches.Select(branch => new BranchClock(
                    branch,
                    Count(facts, calendar, opened, branch)
                )),
            ];
    }

    private static CaseClock Count(CaseFacts facts, WorkingCalendar calendar, BranchesOpened opened, Branch branch)
    {
        var start = CivilTime.DateOf(opened.At);
        var today = CivilTime.DateOf(facts.Now);
        var limit = Math.Max(1, calendar.CountWorkingDays(start, branch.DueDay));
        var stopped = Answered(facts, branch);
        var through = stopped is { } day && day < today ? day : today;
        var last = stopped is null && today > branch.DueDay ? today : branch.DueDay;
        var days = ClockCalculation
            .Explain(calendar, start, Math.Max(limit, calendar.CountWorkingDays(start, last)), [], today)
            .TakeWhile(each => each.Day <= last)
            .ToList();
        var number = stopped is null ? days.Find(each => each.Day == today).Number : 0;
        return new CaseClock(
            "branch",
            "征求意见",
            facts.Item.Item.Handling?.Branches?.FirstOrDefault(each => each.Unit == branch.Unit)?.Basis,
            limit,
            start,
            branch.DueDay,
            days.Exists(each => calendar.IsProvisional(each.Day)),
            stopped is null ? ClockStatus.Running : ClockStatus.Stopped,
            stopped,
            today,
            days.Count(each => each.Number > 0 && (each.Day < through || each.Day == stopped)),
            number == 0 ? null : number,
            ClockCalculation.DaysLeft(calendar, start, limit, [], through),
            null,
            [],
            days
        );
    }

    private static DateOnly? Answered(CaseFacts facts, Branch branch)
    {
        var at = facts
            .History.Select(each => each.Event)
            .LastOrDefault(happened =>
                happened is OpinionGiven given && given.Unit == branch.Unit
                || happened is OpinionDefaulted absent && absent.Unit == branch.Unit
            )
            ?.At;
        return at is { } instant ? CivilTime.DateOf(instant) : null;
    }
}
