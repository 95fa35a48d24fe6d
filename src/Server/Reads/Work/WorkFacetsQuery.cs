using Approvals.Cases.Clocks;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Work;

/// <summary>How many open tasks a person has, by light, by item and by who holds them: one grouped query.</summary>
public sealed class WorkFacetsQuery(PlatformReads reads, TimeProvider clock)
{
    public async Task<WorkFacets> ReadAsync(WorkPerson person, CancellationToken cancellation)
    {
        var groups = await OpenWork
            .Of(reads, person, clock.GetUtcNow().ToUnixTimeMilliseconds())
            .GroupBy(row => new
            {
                row.Light,
                row.Case.ItemCode,
                row.Case.ItemName,
                IsMine = row.Task.Assignee != null,
            })
            .Select(group => new WorkFacet(
                group.Key.Light,
                group.Key.ItemCode,
                group.Key.ItemName,
                group.Key.IsMine,
                group.Count()
            ))
            .ToListAsync(cancellation);
        return new WorkFacets(groups);
    }
}

public sealed record WorkFacet(Light Light, string ItemCode, string ItemName, bool IsMine, int Count);

/// <summary>The counts behind the filters of the list.</summary>
public sealed record WorkFacets(IReadOnlyList<WorkFacet> Groups)
{
    public int Total => Groups.Sum(group => group.Count);

    public int Mine => Groups.Where(group => group.IsMine).Sum(group => group.Count);

    public int Of(Light light) => Groups.Where(group => group.Light == light).Sum(group => group.Count);

    /// <summary>The most frequent first.</summary>
    public IEnumerable<(string Code, string Name, int Count)> Items =>
        Groups
            .GroupBy(group => group.ItemCode, StringComparer.Ordinal)
            .Select(group => (group.Key, group.First().ItemName, Count: group.Sum(each => each.Count)))
            .OrderByDescending(item => item.Count)
            .ThenBy(item => item.Key, StringComparer.Ordinal);

    /// <summary>How many of them a filter without words leaves; words need the database.</summary>
    public int Count(WorkFilter filter) =>
        Groups
            .Where(group =>
                (filter.Light is null || group.Light == filter.Light)
                && (filter.Item is null or "" || group.ItemCode == filter.Item)
                && (filter.Scope == WorkScope.All || group.IsMine == (filter.Scope == WorkScope.Mine))
            )
            .Sum(group => group.Count);
}
