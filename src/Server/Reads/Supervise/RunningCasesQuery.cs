using Approvals.Cases.Clocks;
using Approvals.Cases.Rows;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Work;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Supervise;

/// <summary>Running cases of all units, what is due first at the top; a number finds closed ones, too.</summary>
public sealed class RunningCasesQuery(PlatformReads reads, TimeProvider clock)
{
    public const int PageSize = 25;

    /// <summary>The day that a query number begins with.</summary>
    private const int DayDigits = 8;

    public async Task<RunningCases> ReadAsync(
        string? unit,
        Light? light,
        string? number,
        int page,
        CancellationToken cancellation
    )
    {
        var rows = LitCase.Of(Chosen(unit, number), clock.GetUtcNow().ToUnixTimeMilliseconds());
        if (light is { } wanted)
        {
            rows = rows.Where(row => row.Light == wanted);
        }

        var found = await rows.OrderBy(row => row.Case.ClockDue)
            .ThenBy(row => row.Case.Key)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellation);
        return new RunningCases(
            await rows.CountAsync(cancellation),
            found.ConvertAll(row => new RunningCase(row.Case.ToRow(), row.Light))
        );
    }

    /// <summary>A number or its beginning from the day on is found by its index, closed or not; a part of one among what runs.</summary>
    private static IQueryable<CaseRead> Numbered(IQueryable<CaseRead> rows, string digits)
    {
        if (digits.Length < DayDigits)
        {
            var running = rows.Where(row => row.Closed == null);
            return digits.Length == 0 ? running : running.Where(row => row.QueryNumber.Contains(digits));
        }

        var pattern = digits + "*";
        return rows.Where(row => EF.Functions.Glob(row.QueryNumber, pattern));
    }

    private IQueryable<CaseRead> Chosen(string? unit, string? number)
    {
        IQueryable<CaseRead> rows = reads.Cases;
        rows = Numbered(rows, string.Concat((number ?? "").Where(char.IsAsciiDigit)));
        return string.IsNullOrEmpty(unit) ? rows : rows.Where(row => row.Unit == unit);
    }
}

/// <param name="Total">How many there are, all pages together.</param>
public sealed record RunningCases(int Total, IReadOnlyList<RunningCase> Rows);

public sealed record RunningCase(CaseRow Case, Light Light);
