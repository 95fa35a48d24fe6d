namespace Approvals.Workflow.Execution.Clocks;

public enum ClockStatus
{
    Running,
    Paused,
    Stopped,
}

/// <summary>Days that don't count, both ends included; still open when <see cref="Through"/> is null.</summary>
public readonly record struct ClockPause(DateOnly From, DateOnly? Through);

/// <summary>One clock of an instance: when it began, what it may take, when it stood, and what follows.</summary>
public sealed class ClockState
{
    private readonly List<ClockPause> pauses = [];

    internal ClockState(string id, DateOnly startDay, int limitDays, int remindBefore, ClockDates dates)
    {
        Id = id;
        StartDay = startDay;
        LimitDays = limitDays;
        RemindBefore = remindBefore;
        Dates = dates;
    }

    public string Id { get; }

    /// <summary>The day of the event, which does not count.</summary>
    public DateOnly StartDay { get; }

    public int LimitDays { get; private set; }
    public int RemindBefore { get; }
    public ClockStatus Status { get; internal set; }

    /// <summary>In order of time; only the last may be open.</summary>
    public IReadOnlyList<ClockPause> Pauses => pauses;

    /// <summary>While the clock is paused: as they were before the pause.</summary>
    public ClockDates Dates { get; internal set; }

    public DateOnly? StopDay { get; internal set; }
    public bool IsReminded { get; internal set; }
    public bool IsExpired { get; internal set; }

    internal void Pause(DateOnly from)
    {
        pauses.Add(new(from, null));
        Status = ClockStatus.Paused;
    }

    internal void Resume(DateOnly through)
    {
        pauses[^1] = pauses[^1] with { Through = through };
        Status = ClockStatus.Running;
    }

    internal void Extend(int limitDays, ClockDates dates)
    {
        LimitDays = limitDays;
        Dates = dates;
        IsReminded = false;
        IsExpired = false;
    }

    /// <summary>A pause still open ends on the last day.</summary>
    internal void Stop(DateOnly day)
    {
        if (Status == ClockStatus.Paused)
        {
            Resume(day);
        }

        Status = ClockStatus.Stopped;
        StopDay = day;
    }

    internal void Restore(ReadOnlySpan<ClockPause> stored) => pauses.AddRange(stored);
}
