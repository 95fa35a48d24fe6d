using Approvals.Cases.Rows;
using Approvals.Kernel.Store;

namespace Approvals.Cases.Handling;

/// <summary>Refolds every case from its stream and compares with its row.</summary>
public static class CaseVerifier
{
    private static readonly SqlText Rows = new(
        """
        SELECT key, case_number, query_number, item_code, item_version, unit, applicant, applicant_name, stage, step,
          step_since, submitted, accepted, decided, closed, corrected, result, licence, stars FROM case_row
        """
    );

    /// <summary>One sentence for every difference, and the number of cases compared.</summary>
    public static int Verify(SqlSession session, Action<string> different)
    {
        var stored = new List<(long Key, string Text)>();
        using (var rows = session.Query(Rows))
        {
            while (rows.Next())
            {
                var columns = Enumerable.Range(1, 18).Select(column => rows.TextOrNull(column) ?? "");
                stored.Add((rows.Integer(0), string.Join('|', columns)));
            }
        }

        foreach (var (key, text) in stored)
        {
            var folded = LoadedCase.Find(session, key) is { } loaded ? Describe(loaded.Row) : "no case";
            if (!string.Equals(text, folded, StringComparison.Ordinal))
            {
                different($"Case {key}: the row says {text}, the journal gives {folded}.");
            }
        }

        return stored.Count;
    }

    private static string Describe(CaseRow row) =>
        string.Join(
            '|',
            row.CaseNumber,
            row.QueryNumber,
            row.ItemCode,
            row.ItemVersion,
            row.Unit,
            row.ApplicantId,
            row.ApplicantName,
            row.Stage,
            row.Step,
            row.StepSince.ToUnixTimeMilliseconds(),
            row.SubmittedAt.ToUnixTimeMilliseconds(),
            row.AcceptedAt?.ToUnixTimeMilliseconds(),
            row.DecidedAt?.ToUnixTimeMilliseconds(),
            row.ClosedAt?.ToUnixTimeMilliseconds(),
            row.IsCorrected ? 1 : 0,
            row.Result,
            row.LicenceIdentifier,
            row.Stars
        );
}
