using Approvals.Cases.Events;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Store;

namespace Approvals.Cases.Handling;

/// <summary>
/// 效能数字: adds what happened to the figures of its day, in its turn. A decision is weighed by the clock of the case's row, which the process
/// has stopped before the case decides. A rating counts for the unit alone: who was rated learns nothing of the rater.
/// </summary>
public static class CaseFigures
{
    private static readonly SqlText Receive = new(
        """
        INSERT INTO case_figure (day, unit, doer, received) VALUES (?1, ?2, '', 1)
        ON CONFLICT (day, unit, doer) DO UPDATE SET received = received + 1
        """
    );

    private static readonly SqlText Decide = new(
        """
        INSERT INTO case_figure (day, unit, doer, decided, on_time, early, immediate, used_days, legal_days)
        SELECT ?1, ?2, ?3, 1, coalesce(clock_stopped < clock_due, 0), coalesce(used_days < limit_days, 0),
          case_type = 'Immediate', coalesce(used_days, 0), legal_days FROM case_row WHERE key = ?4
        ON CONFLICT (day, unit, doer) DO UPDATE SET decided = decided + 1, on_time = on_time + excluded.on_time,
          early = early + excluded.early, immediate = immediate + excluded.immediate,
          used_days = used_days + excluded.used_days, legal_days = legal_days + excluded.legal_days
        """
    );

    private static readonly SqlText Rate = new(
        """
        INSERT INTO case_figure (day, unit, doer, rated, stars) VALUES (?1, ?2, '', 1, ?3)
        ON CONFLICT (day, unit, doer) DO UPDATE SET rated = rated + 1, stars = stars + excluded.stars
        """
    );

    /// <summary>How a civil day stands in the figures: 20261012.</summary>
    public static int DayOf(DateOnly day) => (day.Year * 10_000) + (day.Month * 100) + day.Day;

    internal static void Write(SqlSession session, LoadedCase loaded, CaseEvent happened)
    {
        var (day, unit) = (DayOf(CivilTime.DateOf(happened.At)), loaded.State.Unit);
        switch (happened)
        {
            case CaseSubmitted:
                session.Execute(Receive, day, unit);
                break;
            case CaseApproved approved:
                session.Execute(Decide, day, unit, approved.By, loaded.State.Key);
                break;
            case CaseRefused refused:
                session.Execute(Decide, day, unit, refused.By, loaded.State.Key);
                break;
            case CaseNotAccepted declined:
                session.Execute(Decide, day, unit, declined.By, loaded.State.Key);
                break;
            case CaseRated rated:
                session.Execute(Rate, day, unit, rated.Stars);
                break;
        }
    }
}
