namespace Approvals.Workflow.Execution.Clocks;

/// <summary>The limits of the clocks that leaving an element starts; almost always none.</summary>
internal readonly struct ClockLimits(List<(int Clock, int Days)>? limits)
{
    public int DaysOf(int clock)
    {
        foreach (var (each, days) in limits!)
        {
            if (each == clock)
            {
                return days;
            }
        }

        throw new InvalidOperationException("The limit was not evaluated before the element was left.");
    }
}
