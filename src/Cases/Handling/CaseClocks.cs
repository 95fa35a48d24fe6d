using Approvals.Cases.Clocks;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Runtime;

namespace Approvals.Cases.Handling;

/// <summary>
/// Keeps the clock columns of the lists, reminds the staff and raises the overdue alarm, from the engine's clock events and in
/// their turn.
/// </summary>
public sealed class CaseClocks(Func<WorkingCalendar> calendar, LightRules? rules = null) : IProcessObserver
{
    public const string Acceptance = "acceptance";
    public const string Promised = "promised";
    public const string Legal = "legal";

    /// <summary>The alarm's rule: more working days used than promised.</summary>
    public const string OverdueRule = "R-01";

    private static readonly SqlText AddAlarm = new(
        "INSERT INTO alarm (key, owner, unit, rule, at, clock) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    );

    private readonly LightRules rules = rules ?? LightRules.Default;

    public void Observe(TurnScope scope, LoadedInstance instance, IReadOnlyList<WorkflowEvent> events)
    {
        if (instance.Owner == 0)
        {
            return;
        }

        var changed = false;
        foreach (var each in events)
        {
            if (each.Kind is < EventKind.ClockStarted or > EventKind.ClockStopped)
            {
                continue;
            }

            changed = true;
            switch (each)
            {
                case ClockStarted { ClockId: Promised } started:
                    TellAccepted(scope, instance, started.Dates.DueDay);
                    break;
                case ClockReminded { ClockId: Acceptance or Promised } reminded:
                    Remind(scope, instance, reminded.ClockId);
                    break;
                case ClockExpired expired:
                    RaiseOverdue(scope, instance, expired.ClockId);
                    break;
            }
        }

        if (changed && Shown(instance) is { } shown)
        {
            CaseRows.Show(scope.Session, instance.Owner, shown);
        }
    }

    private static ClockState? Find(LoadedInstance instance, string id)
    {
        var index = instance.Deployment.Definition.IndexOfClock(id);
        return index < 0 ? null : instance.State.Clocks[index];
    }

    private static void TellAccepted(TurnScope scope, LoadedInstance instance, DateOnly dueDay)
    {
        if (LoadedCase.Find(scope.Session, instance.Owner) is { } loaded)
        {
            CaseMessaging.TellAccepted(scope, loaded, dueDay);
        }
    }

    private static void RaiseOverdue(TurnScope scope, LoadedInstance instance, string clock)
    {
        if (LoadedCase.Find(scope.Session, instance.Owner) is { } loaded)
        {
            scope.Session.Execute(
                AddAlarm,
                scope.NewKey(),
                instance.Owner,
                loaded.State.Unit,
                OverdueRule,
                scope.Now,
                clock
            );
        }
    }

    private void Remind(TurnScope scope, LoadedInstance instance, string id)
    {
        if (Find(instance, id) is not { } clock || LoadedCase.Find(scope.Session, instance.Owner) is not { } loaded)
        {
            return;
        }

        var role = loaded.State.Stage switch
        {
            CaseStage.Reviewing => Roles.Reviewer,
            CaseStage.Deciding => Roles.Approver,
            _ => Roles.Clerk,
        };
        var today = CivilTime.DateOf(scope.Now);
        var left = calendar().CountWorkingDays(today, clock.Dates.DueDay);
        CaseMessaging.Remind(scope, loaded, role + "@" + loaded.State.Unit, clock.Dates.Due, left);
    }

    /// <summary>The promise once it runs, before that the acceptance limit.</summary>
    private RowClock? Shown(LoadedInstance instance)
    {
        if ((Find(instance, Promised) ?? Find(instance, Acceptance)) is not { } clock)
        {
            return null;
        }

        var days = calendar();
        var used = clock.LimitDays - ClockCalculation.DaysLeft(clock, days, clock.StopDay ?? LastDay(clock));
        return new RowClock(
            clock.Id,
            clock.Dates.Due,
            Find(instance, Legal)?.Dates.Due,
            Lights.YellowFrom(clock.Dates.DueDay, clock.LimitDays, days, rules),
            clock.Status == ClockStatus.Paused ? CivilTime.StartOf(clock.Pauses[^1].From) : null,
            used,
            clock.LimitDays,
            clock.Dates.IsProvisional,
            clock.StopDay is { } stopped ? CivilTime.StartOf(stopped) : null
        );
    }

    /// <summary>Until when days have been used for certain: up to the open pause, else the start.</summary>
    private static DateOnly LastDay(ClockState clock) =>
        clock.Status == ClockStatus.Paused ? clock.Pauses[^1].From : clock.StartDay;
}
