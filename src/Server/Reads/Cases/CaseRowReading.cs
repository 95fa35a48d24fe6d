using Approvals.Cases;
using Approvals.Cases.Rows;
using Approvals.Server.Storage.Reads;

namespace Approvals.Server.Reads.Cases;

/// <summary>A row of the table <c>case_row</c> in the words of the domain.</summary>
public static class CaseRowReading
{
    public static CaseRow ToRow(this CaseRead read) =>
        new()
        {
            Key = read.Key,
            CaseNumber = read.CaseNumber,
            QueryNumber = read.QueryNumber,
            ItemCode = read.ItemCode,
            ItemName = read.ItemName,
            ItemVersion = read.ItemVersion,
            CaseType = Enum.Parse<CaseType>(read.CaseType),
            Unit = read.Unit,
            Channel = Enum.Parse<Channel>(read.Channel),
            ApplicantId = read.Applicant,
            ApplicantName = read.ApplicantName,
            Stage = Enum.Parse<CaseStage>(read.Stage),
            Step = read.Step,
            StepSince = Instant(read.StepSince),
            SubmittedAt = Instant(read.Submitted),
            AcceptedAt = Instant(read.Accepted),
            TakenUpAt = Instant(read.TakenUp),
            DecidedAt = Instant(read.Decided),
            ClosedAt = Instant(read.Closed),
            PromisedDays = read.PromisedDays,
            LegalDays = read.LegalDays,
            IsCorrected = read.Corrected,
            Result = read.Result is { } result ? Enum.Parse<CaseResult>(result) : null,
            LicenceIdentifier = read.Licence,
            Stars = read.Stars,
            Clock = ToClock(read),
        };

    private static Approvals.Cases.Clocks.RowClock? ToClock(CaseRead read) =>
        read.ClockKind is { } kind
            ? new(
                kind,
                Instant(read.ClockDue),
                Instant(read.LegalDue),
                Instant(read.YellowFrom),
                Instant(read.PausedSince),
                read.UsedDays ?? 0,
                read.LimitDays ?? 0,
                read.Provisional ?? false,
                Instant(read.ClockStopped)
            )
            : null;

    private static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private static DateTimeOffset? Instant(long? milliseconds) => milliseconds is { } known ? Instant(known) : null;
}
