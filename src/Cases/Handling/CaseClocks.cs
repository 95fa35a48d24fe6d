using System.Globalization;
using Approvals.Cases.Clocks;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Runtime;
using Approvals.Workflow.Runtime.Messages;

namespace Approvals.Cases.Handling;

/// <summary>
/// Keeps the clock columns of the lists, reminds the staff and raises the overdue alarm, from the engine's clock events and in
/// their turn.
/// </summary>
public sealed class CaseClocks(Func<WorkingCalendar> calendar, ItemVersions items, LightRules? rules = null)
    : IProcessObserver
{
    public const string Acceptance = "acceptance";
    public const string Promised = "promised";
    public const string Legal = "legal";

    /// <summary>The message that a process of cases hears, by the case's key, when the five days are over.</summary>
    public const string AcceptanceExpired = "case.acceptance-expired";

    /// <summary>The message that a process hears when the promise is over and the item has a rule of tacit approval.</summary>
    public const string PromiseExpired = "case.promise-expired";

    /// <summary>The alarm's rule: more working days used than promised.</summary>
    public const string OverdueRule = "R-01";

    private static readonly SqlText ShownDue = new("SELECT clock_due FROM case_row WHERE key = ?1 AND clock_kind = ?2");

    private readonly LightRules rules = rules ?? LightRules.Default;

    public void Observe(TurnScope scope, LoadedInstance instance, IReadOnlyList<WorkflowEvent> events)
    {
        if (instance.Owner == 0)
        {
            return;
        }

        foreach (var each in events)
        {
            switch (each)
            {
                case ClockStarted { ClockId: Promised } started:
                    TellAccepted(scope, instance, started.Dates.DueDay);
                    break;
                case ClockRecomputed { ClockId: Promised or Acceptance } recomputed:
                    TellMoved(scope, instance, recomputed);
                    break;
                case ClockExtended { ClockId: Promised } extended:
                    TellExtended(scope, instance, extended);
                    break;
                case ClockReminded { ClockId: Acceptance or Promised } reminded:
                    Remind(scope, instance, reminded.ClockId);
                    break;
                case ClockExpired expired:
                    RaiseOverdue(scope, instance, expired.ClockId);
                    TellProcess(scope, instance, expired.ClockId);
                    break;
            }
        }

        Show(scope.Session, instance, events);
    }

    /// <summary>The clock columns of the case's row, when one of its clocks moved.</summary>
    internal void Show(SqlSession session, LoadedInstance instance, IReadOnlyList<WorkflowEvent> events)
    {
        if (
            events.Any(each => each.Kind is >= EventKind.ClockStarted and <= EventKind.ClockStopped)
            && Shown(instance) is { } shown
        )
        {
            CaseRows.Show(session, instance.Owner, shown);
        }
    }

    /// <summary>Who has a case in that stage.</summary>
    internal static string RoleAt(CaseStage stage) =>
        stage switch
        {
            CaseStage.Reviewing or CaseStage.Suspended or CaseStage.Inspecting or CaseStage.Supplying => Roles.Reviewer,
            CaseStage.Deciding or CaseStage.Extending => Roles.Approver,
            _ => Roles.Clerk,
        };

    private static ClockState? Find(LoadedInstance instance, string id)
    {
        var index = instance.Deployment.Definition.IndexOfClock(id);
        return index < 0 ? null : instance.State.Clocks[index];
    }

    private static void TellAccepted(TurnScope scope, LoadedInstance instance, DateOnly dueDay)
    {
        // What is decided on the spot is promised from the submission on, before anything is accepted.
        // Who was told once is not told again when another process takes the case over.
        if (
            LoadedCase.Find(scope.Session, instance.Owner) is { } loaded
            && !loaded.State.Type.IsOnTheSpot()
            && !loaded.State.NoticeNumbers.ContainsKey(
                loaded.State.IsAccepted ? NoticeKind.TypeChange : NoticeKind.Return
            )
        )
        {
            CaseMessaging.TellAccepted(scope, loaded, dueDay);
        }
    }

    /// <summary>The row still holds the date as it was; who waits for it is told when it moves, not when it only becomes certain.</summary>
    private static void TellMoved(TurnScope scope, LoadedInstance instance, ClockRecomputed recomputed)
    {
        var before = scope.Session.QueryInteger(ShownDue, instance.Owner, recomputed.ClockId);
        if (
            before is { } due
            && due != recomputed.Dates.Due.ToUnixTimeMilliseconds()
            && LoadedCase.Find(scope.Session, instance.Owner) is { } loaded
        )
        {
            CaseMessaging.TellMoved(scope, loaded, recomputed.Dates.DueDay);
        }
    }

    private static void TellExtended(TurnScope scope, LoadedInstance instance, ClockExtended extended)
    {
        if (LoadedCase.Find(scope.Session, instance.Owner) is { } loaded)
        {
            CaseMessaging.TellExtended(scope, loaded, extended.Dates.DueDay);
        }
    }

    private static void RaiseOverdue(TurnScope scope, LoadedInstance instance, string clock)
    {
        if (LoadedCase.Find(scope.Session, instance.Owner) is { } loaded)
        {
            Alarms.Raise(scope, new(instance.Owner, loaded.State.Unit, OverdueRule, clock));
        }
    }

    /// <summary>
    /// 视为受理, 超时默许: the process hears that the time is over, and goes on by itself. A date that is provisional causes nothing.
    /// </summary>
    private void TellProcess(TurnScope scope, LoadedInstance instance, string clock)
    {
        var name =
            clock == Acceptance ? AcceptanceExpired
            : clock == Promised && HasSilenceRule(scope, instance) ? PromiseExpired
            : null;
        if (name is null || Find(instance, clock) is not { Dates.IsProvisional: false })
        {
            return;
        }

        var message = new MessagePublication(
            name,
            instance.Owner.ToString(CultureInfo.InvariantCulture),
            [],
            TimeSpan.Zero
        );
        if (ProcessRuntime.Publish(scope, message) is { } rejection)
        {
            throw new InvalidOperationException($"{name}: {rejection.Code}.");
        }
    }

    private bool HasSilenceRule(TurnScope scope, LoadedInstance instance) =>
        LoadedCase.Find(scope.Session, instance.Owner) is { } loaded
        && items.Get(scope.Session, loaded.State.ItemCode, loaded.State.ItemVersion).Item.Handling?.Silence is not null;

    private void Remind(TurnScope scope, LoadedInstance instance, string id)
    {
        if (Find(instance, id) is not { } clock || LoadedCase.Find(scope.Session, instance.Owner) is not { } loaded)
        {
            return;
        }

        var role = RoleAt(loaded.State.Stage);
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
