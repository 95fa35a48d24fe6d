using Approvals.Cases.Rows;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Cases;

/// <summary>A case for its applicant: another person's case is not found, so that nobody learns that it exists.</summary>
public sealed class MyCaseQuery(PlatformReads reads, CaseFactsQuery cases)
{
    /// <param name="actorId">Whose case it must be.</param>
    public async Task<CaseFacts?> FindAsync(long key, string actorId, CancellationToken cancellation) =>
        await reads.Cases.AnyAsync(row => row.Key == key && row.Applicant == actorId, cancellation)
            ? await cases.FindAsync(key, cancellation)
            : null;

    public async Task<CaseRow?> FindRowAsync(long key, string actorId, CancellationToken cancellation)
    {
        var read = await reads.Cases.SingleOrDefaultAsync(
            row => row.Key == key && row.Applicant == actorId,
            cancellation
        );
        return read?.ToRow();
    }
}
