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

    private IQueryable<CaseRead> Chosen(string? unit, string? number)
    {
        IQueryable<CaseRead> rows = reads.Cases;
        var digits = string.Concat((number ?? "").Where(char.IsAsciiDigit));
        rows =
            digits.Length > 0
                ? rows.Where(row => row.QueryNumber.Contains(digits))
                : rows.Where(row => row.Closed == null);
        return string.IsNullOrEmpty(unit) ? rows : rows.Where(row => row.Unit == unit);
    }
}

/// <param name="Total">How many there are, all pages together.</param>
public sealed record RunningCases(int Total, IReadOnlyList<RunningCase> Rows);

public sealed record RunningCase(CaseRow Case, Light Light);
