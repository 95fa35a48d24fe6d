using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Server.Identity;
using Approvals.Server.Reads.Work;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Cases;

/// <summary>
/// A document of a case, for those who may see the case: its applicant, staff of its unit or of one that takes part who have or had a task of it or may take
/// an open one, and supervisors. For everybody else it does not exist.
/// </summary>
public sealed class DocumentQuery(PlatformReads reads)
{
    public async Task<ServedDocument?> FindAsync(long id, Actor actor, CancellationToken cancellation)
    {
        var own = await reads.CaseDocuments.SingleOrDefaultAsync(each => each.Document == id, cancellation);
        if (own is null)
        {
            return null;
        }

        var row = await reads.Cases.SingleAsync(each => each.Key == own.Owner, cancellation);
        if (!await MaySeeAsync(row, actor, cancellation))
        {
            return null;
        }

        var document = await reads.Documents.SingleAsync(each => each.Id == id, cancellation);
        return document.Blob is null && document.Bytes is null ? null : new ServedDocument(own.Kind, document);
    }

    private async Task<bool> MaySeeAsync(CaseRead row, Actor actor, CancellationToken cancellation)
    {
        if (row.Applicant == actor.Id || actor.Groups.Any(IsSupervisor))
        {
            return true;
        }

        var units = WorkPerson.Of(actor).Units;
        if (
            !units.Contains(row.Unit)
            && !await reads.CaseUnits.AnyAsync(
                guest => guest.Owner == row.Key && units.Contains(guest.Unit),
                cancellation
            )
        )
        {
            return false;
        }

        var tasks = reads.Tasks.Where(task => task.Owner == row.Key);
        var candidates = actor.Groups.Select(group => "g:" + group).Append("u:" + actor.Id).ToList();
        return await tasks.AnyAsync(task => task.Assignee == actor.Id || task.EndedBy == actor.Id, cancellation)
            || await tasks
                .Where(task => task.State == 0)
                .AnyAsync(
                    task => reads.Candidates.Any(each => each.Task == task.Key && candidates.Contains(each.Candidate)),
                    cancellation
                );
    }

    private static bool IsSupervisor(string group) =>
        group.StartsWith(Roles.Supervisor + "@", StringComparison.Ordinal);
}

/// <param name="Kind">What it is to its case: <see cref="DocumentKinds"/>.</param>
public sealed record ServedDocument(string Kind, DocumentRead Document)
{
    /// <summary>Made by the platform itself; everything else was sent in by somebody.</summary>
    public bool IsOurs => Kind is DocumentKinds.Notice or DocumentKinds.Licence or DocumentKinds.Signed;
}
