namespace Approvals.Workflow.Execution.Clocks;

/// <summary>
/// A limit in working days, the day from which it counts when that is not the day of the start, and the pauses it takes over; or the days by which
/// a limit grows.
/// </summary>
internal readonly record struct ClockLimit(
    int Clock,
    int Days,
    DateOnly? StartDay,
    IReadOnlyList<ClockPause> EarlierPauses,
    bool IsExtension
);

/// <summary>The limits of the clocks that leaving an element starts or extends; almost always none.</summary>
internal readonly struct ClockLimits(List<ClockLimit>? limits)
{
    public ClockLimit Of(int clock, bool isExtension = false)
    {
        foreach (var limit in limits!)
        {
            if (limit.Clock == clock && limit.IsExtension == isExtension)
            {
                return limit;
            }
        }

        throw new InvalidOperationException("The limit was not evaluated before the element was left.");
    }
}
