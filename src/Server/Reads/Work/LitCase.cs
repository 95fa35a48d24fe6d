using Approvals.Cases.Clocks;
using Approvals.Server.Storage.Reads;

namespace Approvals.Server.Reads.Work;

/// <summary>A case with its light, computed by the database from the clock columns: the same rule as <see cref="Lights.For"/>.</summary>
public sealed class LitCase
{
    public required CaseRead Case { get; init; }

    public Light Light { get; init; }

    /// <param name="now">UTC Unix milliseconds.</param>
    public static IQueryable<LitCase> Of(IQueryable<CaseRead> cases, long now) =>
        cases.Select(row => new LitCase
        {
            Case = row,
            Light =
                row.ClockDue == null ? Light.None
                : row.ClockStopped == null && row.PausedSince != null && row.PausedSince <= now
                    ? (row.PausedSince >= row.ClockDue ? Light.Late : Light.Paused)
                : (row.ClockStopped != null && row.ClockStopped < now ? row.ClockStopped : now) >= row.ClockDue
                    ? Light.Late
                : row.YellowFrom != null
                && (row.ClockStopped != null && row.ClockStopped < now ? row.ClockStopped : now) >= row.YellowFrom
                    ? Light.Soon
                : Light.Normal,
        });
}
