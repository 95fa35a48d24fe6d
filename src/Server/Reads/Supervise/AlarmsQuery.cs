using Approvals.Kernel.Calendar;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Supervise;

/// <summary>预警, the latest first, each with the rule that fired.</summary>
public sealed class AlarmsQuery(PlatformReads reads, TimeProvider clock)
{
    public Task<List<AlarmLine>> LatestAsync(int most, CancellationToken cancellation) =>
        ReadAsync(reads.Alarms, most, cancellation);

    public Task<List<AlarmLine>> OfCaseAsync(long key, CancellationToken cancellation) =>
        ReadAsync(reads.Alarms.Where(alarm => alarm.Owner == key), 100, cancellation);

    /// <summary>How many of a rule fired since 0:00 of today.</summary>
    public Task<int> CountTodayAsync(string rule, CancellationToken cancellation)
    {
        var since = CivilTime.StartOf(CivilTime.DateOf(clock.GetUtcNow())).ToUnixTimeMilliseconds();
        return reads.Alarms.CountAsync(alarm => alarm.At >= since && alarm.Rule == rule, cancellation);
    }

    private async Task<List<AlarmLine>> ReadAsync(
        IQueryable<AlarmRead> alarms,
        int most,
        CancellationToken cancellation
    )
    {
        var rows = await alarms
            .OrderByDescending(alarm => alarm.At)
            .ThenByDescending(alarm => alarm.Key)
            .Take(most)
            .Join(reads.Cases, alarm => alarm.Owner, row => row.Key, (alarm, row) => new { Alarm = alarm, Case = row })
            .OrderByDescending(line => line.Alarm.At)
            .ThenByDescending(line => line.Alarm.Key)
            .ToListAsync(cancellation);
        return rows.ConvertAll(line => new AlarmLine(
            line.Alarm.Rule,
            line.Alarm.Clock,
            line.Alarm.Unit,
            DateTimeOffset.FromUnixTimeMilliseconds(line.Alarm.At),
            line.Case.Key,
            line.Case.QueryNumber,
            line.Case.ItemName,
            line.Case.Step,
            line.Case.PromisedDays
        ));
    }
}

/// <param name="Rule">R-01, R-06: its words are texts of the pages.</param>
/// <param name="Clock">The clock that ran out, when one did.</param>
public sealed record AlarmLine(
    string Rule,
    string? Clock,
    string Unit,
    DateTimeOffset At,
    long Case,
    string QueryNumber,
    string ItemName,
    string Step,
    int PromisedDays
);
