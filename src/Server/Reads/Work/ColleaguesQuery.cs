using Approvals.Kernel;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Work;

/// <summary>
/// The people a task may go to, from the posts of today: by unit, then by name, each once. Who is offered and who may are the same
/// rule, asked again by the engine.
/// </summary>
public sealed class ColleaguesQuery(PlatformReads reads)
{
    /// <summary>转办: the holders of the posts that the task is offered to.</summary>
    public Task<IReadOnlyList<Colleague>> ReceiversAsync(TaskFact task, Actor actor, CancellationToken cancellation)
    {
        var groups = task.State.CandidateGroups.ToArray();
        return ReadAsync(
            reads.Posts.Where(post => groups.Contains(post.Grp)),
            [actor.Id, .. BusyWith(task)],
            cancellation
        );
    }

    /// <summary>委托、抄送: the staff of the unit.</summary>
    public Task<IReadOnlyList<Colleague>> OfUnitAsync(string unit, Actor actor, CancellationToken cancellation) =>
        ReadAsync(reads.Posts.Where(post => post.Grp.EndsWith("@" + unit)), [actor.Id], cancellation);

    /// <summary>加签: the holders of the posts that the model names, in every unit where it names a role alone.</summary>
    public Task<IReadOnlyList<Colleague>> SignersAsync(TaskFact task, Actor actor, CancellationToken cancellation)
    {
        var allowed = task.Model.Signers?.Groups ?? [];
        var groups = allowed.Where(group => group.Contains('@', StringComparison.Ordinal)).ToArray();
        var posts = allowed
            .Except(groups)
            .Aggregate(
                reads.Posts.Where(post => groups.Contains(post.Grp)),
                (all, role) => all.Concat(reads.Posts.Where(post => post.Grp.StartsWith(role + "@")))
            );
        return ReadAsync(allowed.IsEmpty ? reads.Posts : posts, [actor.Id, .. BusyWith(task)], cancellation);
    }

    /// <summary>Who has a part in the task already, or must have none.</summary>
    private static IEnumerable<string> BusyWith(TaskFact task) =>
        task
            .State.Signers.SelectMany(signer => new[] { signer.UserId, signer.SignedBy })
            .Append(task.State.Assignee)
            .Concat(task.Separated)
            .OfType<string>();

    private async Task<IReadOnlyList<Colleague>> ReadAsync(
        IQueryable<PostRead> posts,
        IReadOnlyList<string> without,
        CancellationToken cancellation
    )
    {
        var rows = await posts
            .Join(reads.People, post => post.Person, person => person.Key, (post, person) => new { post, person.Name })
            .OrderBy(row => row.post.Person)
            .ThenBy(row => row.post.Grp)
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new Colleague(
                    Approvals.Cases.Handling.Organisation.ActorId(row.post.Person),
                    row.Name,
                    row.post.Title,
                    row.post.Grp[(row.post.Grp.IndexOf('@', StringComparison.Ordinal) + 1)..]
                ))
                .Where(colleague => !without.Contains(colleague.ActorId))
                .DistinctBy(colleague => colleague.ActorId)
                .OrderBy(colleague => colleague.Unit, StringComparer.Ordinal),
        ];
    }
}

/// <summary>A member of staff to choose.</summary>
/// <param name="Title">岗位名称, when the post has one.</param>
/// <param name="Unit">Code of the unit of the post.</param>
public sealed record Colleague(string ActorId, string Name, string? Title, string Unit);
