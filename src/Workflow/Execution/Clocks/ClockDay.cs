namespace Approvals.Workflow.Execution.Clocks;

/// <summary>What a day did to a clock.</summary>
public enum ClockVerdict
{
    /// <summary>当日不计: the day of the event.</summary>
    StartDay,
    Counted,

    /// <summary>A weekend day worked by notice (调休), counted.</summary>
    MakeUpCounted,
    Weekend,

    /// <summary>Off by the State Council's notice.</summary>
    Holiday,

    /// <summary>A working day on which the clock stood.</summary>
    Paused,
}

/// <summary>One day of an explanation: its number among the counted days (0 when it isn't), and the notice's name for it.</summary>
public readonly record struct ClockDay(DateOnly Day, ClockVerdict Verdict, int Number, string? Name);
