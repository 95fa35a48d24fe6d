using System.Text.Json;
using System.Text.Json.Serialization;
using Approvals.Cases.Events;
using Approvals.Kernel.Journal;
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

    private static readonly SqlText EarlierTurns = new(
        """
        SELECT count(*) FROM case_row WHERE applicant = ?1 AND item_code = ?2 AND key <> ?3
          AND result IN ('Returned', 'NotAccepted') AND decided >= ?4
        """
    );

    /// <summary>The alarm's rule: papers that were promised for a day have not come (先办后补).</summary>
    public const string BrokenUndertakingRule = "R-20";

    internal const string RaisedType = "supervision.alarm-raised";

    private static readonly SqlText UnitOf = new("SELECT unit FROM case_row WHERE key = ?1");

    private static readonly SqlText Since = new(
        "SELECT count(*) FROM alarm WHERE owner = ?1 AND rule = ?2 AND at >= ?3"
    );

    private static readonly SqlText Add = new(
        "INSERT INTO alarm (key, owner, unit, rule, at, clock) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    );

    /// <summary>Records the attempt, in a turn of its own; the answer is the case's key.</summary>
    public static TurnAnswer RaiseSecondCorrection(TurnScope scope, long key)
    {
        if (LoadedCase.Find(scope.Session, key) is not { } loaded)
        {
            return Approvals.Kernel.Rejection.Of("case.unknown");
        }

        Raise(scope, new(key, loaded.State.Unit, SecondCorrectionRule));
        return TurnAnswer.Done(key.ToString());
    }

    /// <summary>What an event of a case alone can't tell: that it has happened before.</summary>
    internal static void Watch(TurnScope scope, LoadedCase loaded, CaseEvent happened)
    {
        var state = loaded.State;
        if (
            happened is CaseReturned or CaseNotAccepted
            && scope.Session.QueryInteger(
                EarlierTurns,
                state.Applicant.PersonId,
                state.ItemCode,
                state.Key,
                scope.Now.AddDays(-LoopDays)
            ) > 0
        )
        {
            Raise(scope, new(state.Key, state.Unit, ReturnLoopRule));
        }
    }

    internal static void RaiseBrokenUndertaking(TurnScope scope, LoadedCase loaded) =>
        Raise(scope, new(loaded.State.Key, loaded.State.Unit, BrokenUndertakingRule));

    /// <summary>
    /// Tells that a step of the case stalls: once from the instant on at which it was expected to end, so that looking again tells nothing new. The
    /// answer says how many alarms were raised; none for an instance without a case.
    /// </summary>
    public static TurnAnswer RaiseStalled(TurnScope scope, long key, DateTimeOffset expectedBy)
    {
        if (
            FindUnit(scope.Session, key) is not { } unit
            || scope.Session.QueryInteger(Since, key, StalledRule, expectedBy) > 0
        )
        {
            return TurnAnswer.Done("0");
        }

        Raise(scope, new(key, unit, StalledRule));
        return TurnAnswer.Done("1");
    }

    /// <summary>The alarm in the journal, under a stream of its own, and its row.</summary>
    internal static void Raise(TurnScope scope, AlarmRaised alarm)
    {
        var key = scope.NewKey();
        scope.Append(key, 1, RaisedType, 1, JsonSerializer.SerializeToUtf8Bytes(alarm, AlarmJson.Default.AlarmRaised));
        Write(scope.Session, key, alarm, scope.Now);
    }

    internal static void Fold(SqlSession session, JournalRecord record) =>
        Write(
            session,
            record.Stream,
            JsonSerializer.Deserialize(record.Data.Span, AlarmJson.Default.AlarmRaised)
                ?? throw new InvalidDataException("The alarm is null."),
            record.At
        );

    private static void Write(SqlSession session, long key, AlarmRaised alarm, DateTimeOffset at) =>
        session.Execute(Add, key, alarm.Case, alarm.Unit, alarm.Rule, at, alarm.Clock);

    private static string? FindUnit(SqlSession session, long key)
    {
        using var rows = session.Query(UnitOf, key);
        return rows.Next() ? rows.Text(0) : null;
    }
}

/// <summary>What fired, of which case, and the unit it concerns.</summary>
/// <param name="Clock">Id of the clock that ran out; null for a rule about anything else.</param>
internal sealed record AlarmRaised(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
        long Case,
    string Unit,
    string Rule,
    string? Clock = null
);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(AlarmRaised))]
internal sealed partial class AlarmJson : JsonSerializerContext;
