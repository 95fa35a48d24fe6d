using Approvals.Cases.Events;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Cases.Handling;

/// <summary>监察预警 raised beside the clocks: an attempt of staff that the case refused, a step that stalls. Nothing happened to the case.</summary>
public static class Alarms
{
    /// <summary>The alarm's rule: a second correction notice (行政许可法 art. 32: everything is told at once).</summary>
    public const string SecondCorrectionRule = "R-06";

    /// <summary>The alarm's rule: a step has taken longer than the process or its due date expects.</summary>
    public const string StalledRule = "R-07";

    /// <summary>The alarm's rule: the same applicant is sent back or turned away for the same item again (收了又退).</summary>
    public const string ReturnLoopRule = "R-08";

    private const int LoopDays = 30;

    private static readonly SqlText AddLoop = new(
        """
        INSERT INTO alarm (key, owner, unit, rule, at)
        SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS (
          SELECT 1 FROM case_row c WHERE c.applicant = ?6 AND c.item_code = ?7 AND c.key <> ?2
            AND c.result IN ('Returned', 'NotAccepted') AND c.decided >= ?8)
        """
    );

    /// <summary>The alarm's rule: papers that were promised for a day have not come (先办后补).</summary>
    public const string BrokenUndertakingRule = "R-20";

    private static readonly SqlText AddStalled = new(
        """
        INSERT INTO alarm (key, owner, unit, rule, at)
        SELECT ?1, c.key, c.unit, ?3, ?4 FROM case_row c WHERE c.key = ?2
          AND NOT EXISTS (SELECT 1 FROM alarm a WHERE a.owner = ?2 AND a.rule = ?3 AND a.at >= ?5)
        """
    );

    private static readonly SqlText Add = new(
        "INSERT INTO alarm (key, owner, unit, rule, at) VALUES (?1, ?2, ?3, ?4, ?5)"
    );

    /// <summary>Records the attempt, in a turn of its own; the answer is the case's key.</summary>
    public static TurnAnswer RaiseSecondCorrection(TurnScope scope, long key)
    {
        if (LoadedCase.Find(scope.Session, key) is not { } loaded)
        {
            return Approvals.Kernel.Rejection.Of("case.unknown");
        }

        scope.Session.Execute(Add, scope.NewKey(), key, loaded.State.Unit, SecondCorrectionRule, scope.Now);
        return TurnAnswer.Done(key.ToString());
    }

    /// <summary>What an event of a case alone can't tell: that it has happened before.</summary>
    internal static void Watch(TurnScope scope, LoadedCase loaded, CaseEvent happened)
    {
        if (happened is CaseReturned or CaseNotAccepted)
        {
            scope.Session.Execute(
                AddLoop,
                scope.NewKey(),
                loaded.State.Key,
                loaded.State.Unit,
                ReturnLoopRule,
                scope.Now,
                loaded.State.Applicant.PersonId,
                loaded.State.ItemCode,
                scope.Now.AddDays(-LoopDays)
            );
        }
    }

    internal static void RaiseBrokenUndertaking(TurnScope scope, LoadedCase loaded) =>
        scope.Session.Execute(
            Add,
            scope.NewKey(),
            loaded.State.Key,
            loaded.State.Unit,
            BrokenUndertakingRule,
            scope.Now
        );

    /// <summary>
    /// Tells that a step of the case stalls: once from the instant on at which it was expected to end, so that looking again tells nothing new. The
    /// answer says how many alarms were raised; none for an instance without a case.
    /// </summary>
    public static TurnAnswer RaiseStalled(TurnScope scope, long key, DateTimeOffset expectedBy) =>
        TurnAnswer.Done(
            scope.Session.Execute(AddStalled, scope.NewKey(), key, StalledRule, scope.Now, expectedBy).ToString()
        );
}
