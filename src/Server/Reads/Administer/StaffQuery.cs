using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Administer;

/// <summary>Who holds which post.</summary>
public sealed class StaffQuery(PlatformReads reads)
{
    /// <summary>Everybody with a post in the unit, by role and name.</summary>
    public async Task<IReadOnlyList<StaffPost>> OfUnitAsync(string unit, CancellationToken cancellation)
    {
        var end = "@" + unit;
        var rows = await reads
            .Posts.Where(post => post.Grp.EndsWith(end))
            .Join(
                reads.People,
                post => post.Person,
                person => person.Key,
                (post, person) => new { Post = post, person.Name }
            )
            .OrderBy(row => row.Post.Grp)
            .ThenBy(row => row.Name)
            .ToListAsync(cancellation);
        return rows.ConvertAll(row => new StaffPost(
            row.Post.Person,
            row.Name,
            row.Post.Grp,
            row.Post.Grp[..row.Post.Grp.IndexOf('@', StringComparison.Ordinal)],
            row.Post.Title,
            row.Post.Window
        ));
    }

    /// <summary>How many people each unit has.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(CancellationToken cancellation)
    {
        var groups = await reads.Posts.Select(post => new { post.Person, post.Grp }).ToListAsync(cancellation);
        return groups
            .Select(post => (post.Person, Unit: post.Grp[(post.Grp.IndexOf('@', StringComparison.Ordinal) + 1)..]))
            .Distinct()
            .CountBy(post => post.Unit)
            .ToDictionary(StringComparer.Ordinal);
    }
}

/// <param name="Group"><c>role@unit</c>.</param>
public sealed record StaffPost(long Person, string Name, string Group, string Role, string? Title, string? Window);
