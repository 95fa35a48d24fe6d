using Approvals.Workflow.Execution.Clocks;

namespace Approvals.Server.Reads.Cases;

/// <summary>
/// One limit of a case and why its date is what it is. Days are civil days in Asia/Shanghai; numbers count working days.
/// </summary>
/// <param name="Id">The clock's id in the process: <c>acceptance</c>, <c>promised</c>.</param>
/// <param name="StartedBy">The flow or element that started it, by its name: 受理.</param>
/// <param name="LegalBasis">The articles that the process gives for it.</param>
/// <param name="StartDay">The day of the event, which does not count.</param>
/// <param name="DueDay">
/// The last day of the limit; while the clock stands, what it would be if it went on tomorrow.
/// </param>
/// <param name="IsProvisional">暂定: a holiday notice that is not published yet may move the date.</param>
/// <param name="StopDay">The day of the decision.</param>
/// <param name="UsedDays">Counted days that are over; the day of the decision is used.</param>
/// <param name="TodayNumber">The number of today among the counted days; null when today does not count.</param>
/// <param name="LeftDays">Counted days after today.</param>
/// <param name="Legal">The legal limit, when it runs beside this one.</param>
/// <param name="Days">From the start day through the last of: both due days, and today once they are over.</param>
public sealed record CaseClock(
    string Id,
    string StartedBy,
    string? LegalBasis,
    int LimitDays,
    DateOnly StartDay,
    DateOnly DueDay,
    bool IsProvisional,
    ClockStatus Status,
    DateOnly? StopDay,
    DateOnly Today,
    int UsedDays,
    int? TodayNumber,
    int LeftDays,
    LegalLimit? Legal,
    IReadOnlyList<CasePause> Pauses,
    IReadOnlyList<ClockDay> Days
)
{
    public bool IsPaused => Status == ClockStatus.Paused;

    public bool IsStopped => Status == ClockStatus.Stopped;
}

/// <summary>法定时限 beside the promise.</summary>
public sealed record LegalLimit(int LimitDays, DateOnly DueDay, bool IsProvisional);

/// <summary>A stretch of days that don't count, both ends included; still going on when <see cref="Through"/> is null.</summary>
/// <param name="WorkingDays">How many working days it took, through today while it goes on.</param>
/// <param name="Reason">The name of the step that held the clock: 审查补正.</param>
public sealed record CasePause(DateOnly From, DateOnly? Through, int WorkingDays, string Reason);
