using Approvals.Cases.Clocks;
using Approvals.Cases.Rows;
using Approvals.Kernel.Store;

namespace Approvals.Cases.Handling;

/// <summary>Writes the read model of lists and boards.</summary>
internal static class CaseRows
{
    private static readonly SqlText Insert = new(
        """
        INSERT INTO case_row (key, instance, case_number, query_number, item_code, item_name, item_version, case_type, unit,
          channel, applicant, applicant_name, stage, step, step_since, submitted, accepted, decided, closed,
          promised_days, legal_days, corrected, result, licence, stars, taken_up)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23,
          ?24, ?25, ?26)
        """
    );

    private static readonly SqlText Update = new(
        """
        UPDATE case_row SET stage = ?2, step = ?3, step_since = ?4, accepted = ?5, decided = ?6, closed = ?7,
          corrected = ?8, result = ?9, licence = ?10, stars = ?11, taken_up = ?12, case_type = ?13, unit = ?14, promised_days = ?15 WHERE key = ?1
        """
    );

    private static readonly SqlText SetInstance = new("UPDATE case_row SET instance = ?2 WHERE key = ?1");

    private static readonly SqlText SetClock = new(
        """
        UPDATE case_row SET clock_kind = ?2, clock_due = ?3, legal_due = ?4, yellow_from = ?5, paused_since = ?6,
          used_days = ?7, limit_days = ?8, provisional = ?9, clock_stopped = ?10 WHERE key = ?1
        """
    );

    private static readonly SqlText Instance = new("SELECT instance FROM case_row WHERE key = ?1");

    public static void Add(SqlSession session, CaseRow row) =>
        session.Execute(
            Insert,
            row.Key,
            0,
            row.CaseNumber,
            row.QueryNumber,
            row.ItemCode,
            row.ItemName,
            row.ItemVersion,
            row.CaseType.ToString(),
            row.Unit,
            row.Channel.ToString(),
            row.ApplicantId,
            row.ApplicantName,
            row.Stage.ToString(),
            row.Step,
            row.StepSince,
            row.SubmittedAt,
            row.AcceptedAt,
            row.DecidedAt,
            row.ClosedAt,
            row.PromisedDays,
            row.LegalDays,
            row.IsCorrected,
            row.Result?.ToString(),
            row.LicenceIdentifier,
            row.Stars,
            row.TakenUpAt
        );

    public static void Change(SqlSession session, CaseRow row) =>
        session.Execute(
            Update,
            row.Key,
            row.Stage.ToString(),
            row.Step,
            row.StepSince,
            row.AcceptedAt,
            row.DecidedAt,
            row.ClosedAt,
            row.IsCorrected,
            row.Result?.ToString(),
            row.LicenceIdentifier,
            row.Stars,
            row.TakenUpAt,
            row.CaseType.ToString(),
            row.Unit,
            row.PromisedDays
        );

    public static void Attach(SqlSession session, long key, long instance) =>
        session.Execute(SetInstance, key, instance);

    public static long InstanceOf(SqlSession session, long key) => session.QueryInteger(Instance, key) ?? 0;

    public static void Show(SqlSession session, long key, RowClock clock) =>
        session.Execute(
            SetClock,
            key,
            clock.Kind,
            clock.Due,
            clock.LegalDue,
            clock.YellowFrom,
            clock.PausedSince,
            clock.UsedDays,
            clock.LimitDays,
            clock.IsProvisional,
            clock.StoppedAt
        );
}
