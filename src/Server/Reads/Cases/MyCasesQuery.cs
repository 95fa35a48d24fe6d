using Approvals.Cases.Clocks;
using Approvals.Cases.Rows;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Cases;

/// <summary>The cases of one applicant, latest first.</summary>
public sealed class MyCasesQuery(PlatformReads reads, TimeProvider clock)
{
    public async Task<IReadOnlyList<MyCase>> ReadAsync(
        string actorId,
        int skip,
        int take,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        var rows = await Of(actorId)
            .OrderByDescending(row => row.Submitted)
            .Skip(skip)
            .Take(take)
            .ToListAsync(cancellation);
        return [.. rows.Select(read => read.ToRow()).Select(row => new MyCase(row, Lights.For(row.Clock, now)))];
    }

    public Task<int> CountAsync(string actorId, CancellationToken cancellation) => Of(actorId).CountAsync(cancellation);

    private IQueryable<CaseRead> Of(string actorId) => reads.Cases.Where(row => row.Applicant == actorId);
}

/// <summary>One line of the list.</summary>
public sealed record MyCase(CaseRow Row, Light Light);
