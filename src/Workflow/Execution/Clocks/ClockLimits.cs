namespace Approvals.Workflow.Execution.Clocks;

/// <summary>A limit in working days, and the day from which it counts when that is not the day of the start.</summary>
internal readonly record struct ClockLimit(int Clock, int Days, DateOnly? StartDay);

/// <summary>The limits of the clocks that leaving an element starts; almost always none.</summary>
internal readonly struct ClockLimits(List<ClockLimit>? limits)
{
    public ClockLimit Of(int clock)
    {
        foreach (var limit in limits!)
        {
            if (limit.Clock == clock)
            {
                return limit;
            }
        }

        throw new InvalidOperationException("The limit was not evaluated before the element was left.");
    }
}
