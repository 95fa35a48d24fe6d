using Approvals.Cases.Handling;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;
using Store = Approvals.Cases.Handling.Drafts;

namespace Approvals.Server.Reads.Drafts;

/// <summary>
/// A person's draft for an item (or for the correction of a case), and whether a page of it waits since the sign-in ran out.
/// Found by the person, never by a key from an address.
/// </summary>
public sealed class DraftQuery(PlatformReads reads, TimeProvider clock)
{
    public async Task<DraftFound> FindAsync(
        string person,
        string itemCode,
        CancellationToken cancellation,
        long owner = 0
    )
    {
        var parked = DraftsParked.NameOf(person);
        var oldest = clock.GetUtcNow().AddDays(-Store.DaysKept).ToUnixTimeMilliseconds();
        var rows = await reads
            .Drafts.Where(row => row.Person == person || row.Person == parked)
            .Where(row => row.ItemCode == itemCode && row.Owner == owner && row.Updated >= oldest)
            .OrderByDescending(row => row.Key)
            .ToListAsync(cancellation);
        var draft = rows.Find(row => row.Person == person);
        return new DraftFound(
            draft is null ? null : await WithFilesAsync(draft, cancellation),
            rows.Exists(row => row.Person == parked)
        );
    }

    private async Task<Draft> WithFilesAsync(DraftRead row, CancellationToken cancellation)
    {
        var files = await reads
            .DraftFiles.Where(file => file.Draft == row.Key)
            .OrderBy(file => file.Key)
            .Select(file => new DraftFile(file.Field, file.Name, file.Media, file.Length, file.Sha256, file.Licence))
            .ToListAsync(cancellation);
        return new Draft(
            row.Key,
            row.ItemCode,
            row.ItemVersion,
            row.Owner,
            Store.ReadAnswers(row.Answers),
            files,
            DateTimeOffset.FromUnixTimeMilliseconds(row.Updated)
        );
    }
}

public sealed record DraftFound(Draft? Draft, bool HasParked);
