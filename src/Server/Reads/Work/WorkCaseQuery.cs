using Approvals.Cases;
using Approvals.Kernel.Organisations;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Work;

/// <summary>
/// A case for the staff of its unit, for those whom a task of it was copied to, and for its signers: to others it does not exist.
/// </summary>
public sealed class WorkCaseQuery(PlatformReads reads, CaseFactsQuery cases)
{
    public async Task<WorkCase?> FindAsync(long key, WorkPerson person, CancellationToken cancellation)
    {
        if (
            !await IsVisibleAsync(key, person, cancellation)
            || await cases.FindAsync(key, cancellation) is not { } facts
        )
        {
            return null;
        }

        return new WorkCase(facts, await TasksAsync(key, person, cancellation), person);
    }

    /// <summary>
    /// The case of a task, open or over, and what the person may do with the task. Null when it is of another unit, or is
    /// open for others only.
    /// </summary>
    public async Task<WorkStep?> FindTaskAsync(long task, WorkPerson person, CancellationToken cancellation)
    {
        var row = await reads
            .Tasks.Where(each => each.Key == task)
            .Select(each => new
            {
                each.Owner,
                each.Element,
                each.State,
            })
            .FirstOrDefaultAsync(cancellation);
        if (row is null || await FindAsync(row.Owner, person, cancellation) is not { } found)
        {
            return null;
        }

        var mine = found.Tasks.FirstOrDefault(each => each.Key == task);
        return row.State == 0 && mine is null
            ? null
            : new WorkStep(found, task, row.Element, IsOpen: mine is { IsFree: true });
    }

    /// <summary>The case of a task, open or over; null when it does not exist for the person.</summary>
    public async Task<WorkCase?> FindByTaskAsync(long task, WorkPerson person, CancellationToken cancellation)
    {
        var owner = await reads
            .Tasks.Where(each => each.Key == task)
            .Select(each => (long?)each.Owner)
            .FirstOrDefaultAsync(cancellation);
        return owner is { } key ? await FindAsync(key, person, cancellation) : null;
    }

    private async Task<bool> IsVisibleAsync(long key, WorkPerson person, CancellationToken cancellation)
    {
        var (me, units, candidates) = (person.ActorId, person.Units, person.Candidates);
        return await reads.Cases.AnyAsync(row => row.Key == key && units.Contains(row.Unit), cancellation)
            || await reads.CaseUnits.AnyAsync(guest => guest.Owner == key && units.Contains(guest.Unit), cancellation)
            || await reads.Copies.AnyAsync(copy => copy.Owner == key && copy.Person == me, cancellation)
            || await reads.Signers.AnyAsync(
                signer =>
                    signer.Owner == key
                    && (signer.SignedBy == me || (signer.State < 2 && candidates.Contains(signer.Candidate))),
                cancellation
            );
    }

    private async Task<List<WorkTask>> TasksAsync(long key, WorkPerson person, CancellationToken cancellation)
    {
        var candidates = person.Candidates;
        var rows = await reads
            .Tasks.Where(task => task.Owner == key && task.State == 0)
            .Where(task => reads.Candidates.Any(each => each.Task == task.Key && candidates.Contains(each.Candidate)))
            .Select(task => new
            {
                task.Key,
                task.Element,
                task.Assignee,
                task.DelegatedBy,
                task.Submitted,
            })
            .ToListAsync(cancellation);
        return rows.ConvertAll(row => new WorkTask(
            row.Key,
            row.Element,
            row.Assignee == person.ActorId,
            row.Assignee is not null && row.Assignee != person.ActorId,
            row.DelegatedBy is not null || row.Submitted is not null
        ));
    }
}

/// <summary>A case and what of it waits for the reader.</summary>
/// <param name="Tasks">Open tasks for which he is a candidate, those that a colleague has claimed included.</param>
public sealed record WorkCase(CaseFacts Facts, IReadOnlyList<WorkTask> Tasks, WorkPerson Reader)
{
    /// <summary>更多操作: what the reader may do beside deciding.</summary>
    public IEnumerable<(long Task, TaskVerb Verb)> Verbs =>
        Facts.Tasks.SelectMany(task => TaskOffers.Of(task, Reader.Actor).Select(verb => (task.Key, verb)));

    /// <summary>变更办件类型: for the approver of the unit that has the case.</summary>
    public bool MayChangeType =>
        Facts.State.IsChangeable() && Reader.Actor.IsIn(Roles.Approver + "@" + Facts.State.Unit);

    /// <summary>撤销、注销: for the approver of the unit that decided, once the licence is out.</summary>
    public bool MayWithdrawLicence =>
        Facts.State
            is { Stage: CaseStage.Closed, Result: CaseResult.Granted, LicenceDocument: not null, LicenceEnding: null }
        && Reader.Actor.IsIn(Roles.Approver + "@" + (Facts.State.DecidingUnit ?? Facts.State.Unit));

    public TaskFact? FactOf(long task) => Facts.Tasks.FirstOrDefault(each => each.Key == task);

    /// <summary>The task that he may do now.</summary>
    public WorkTask? Now => Tasks.FirstOrDefault(task => task.IsFree);
}

/// <param name="IsMine">The reader has claimed it.</param>
/// <param name="IsTaken">A colleague has.</param>
/// <param name="IsOut">It is delegated, or submitted and waiting for signers: nobody can decide it now.</param>
public sealed record WorkTask(long Key, string Element, bool IsMine, bool IsTaken, bool IsOut)
{
    public bool IsFree => !IsTaken && !IsOut;
}

/// <summary>A task as a decision page asks for it.</summary>
/// <param name="IsOpen">It may be done now; false when it is over or a colleague has claimed it.</param>
public sealed record WorkStep(WorkCase Case, long Task, string Element, bool IsOpen);
