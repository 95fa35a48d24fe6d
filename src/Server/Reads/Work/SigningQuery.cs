using Approvals.Server.Reads.Cases;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Work;

/// <summary>待我签署: the tasks of others, of every unit, on which the reader's opinion is asked now; the oldest first.</summary>
public sealed class SigningQuery(PlatformReads reads)
{
    public const int Most = 50;

    public async Task<IReadOnlyList<SigningLine>> ReadAsync(WorkPerson person, CancellationToken cancellation)
    {
        var (me, candidates) = (person.ActorId, person.Candidates);
        var rows = await (
            from signer in reads.Signers
            where signer.State == SignerRead.Asked && candidates.Contains(signer.Candidate)
            join task in reads.Tasks on signer.Task equals task.Key
            where task.Assignee != me && task.DelegatedBy != me
            join row in reads.Cases on signer.Owner equals row.Key
            orderby signer.Added, signer.Key
            select new { signer, Case = row }
        )
            .Take(Most)
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new SigningLine(
                row.Case.ToRow(),
                row.signer.Task,
                row.signer.AddedBy,
                row.signer.Reason,
                DateTimeOffset.FromUnixTimeMilliseconds(row.signer.Added)
            )),
        ];
    }
}

/// <param name="AddedBy">Actor id of who asks.</param>
public sealed record SigningLine(
    Approvals.Cases.Rows.CaseRow Case,
    long Task,
    string AddedBy,
    string Reason,
    DateTimeOffset At
);
