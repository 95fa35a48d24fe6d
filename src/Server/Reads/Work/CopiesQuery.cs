using Approvals.Server.Reads.Cases;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Work;

/// <summary>抄送我的: the cases that somebody let the reader read along, the latest first.</summary>
public sealed class CopiesQuery(PlatformReads reads)
{
    public Task<int> CountAsync(string actorId, CancellationToken cancellation) =>
        reads.Copies.CountAsync(copy => copy.Person == actorId, cancellation);

    public async Task<IReadOnlyList<CopyLine>> ReadAsync(
        string actorId,
        int skip,
        int take,
        CancellationToken cancellation
    )
    {
        var rows = await (
            from copy in reads.Copies
            where copy.Person == actorId
            join row in reads.Cases on copy.Owner equals row.Key
            orderby copy.At descending, copy.Task descending
            select new { copy, Case = row }
        )
            .Skip(skip)
            .Take(take)
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new CopyLine(
                row.Case.ToRow(),
                row.copy.CopiedBy,
                row.copy.Note,
                DateTimeOffset.FromUnixTimeMilliseconds(row.copy.At)
            )),
        ];
    }
}

/// <param name="CopiedBy">Actor id.</param>
public sealed record CopyLine(Approvals.Cases.Rows.CaseRow Case, string CopiedBy, string? Note, DateTimeOffset At);
