using Approvals.Cases.Clocks;
using Approvals.Cases.Rows;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Work;

/// <summary>One page of the work list.</summary>
public sealed class WorkListQuery(PlatformReads reads, TimeProvider clock)
{
    public async Task<IReadOnlyList<WorkLine>> ReadAsync(
        WorkPerson person,
        WorkFilter filter,
        CancellationToken cancellation
    )
    {
        var rows = OpenWork.Of(reads, person, clock.GetUtcNow().ToUnixTimeMilliseconds()).Narrowed(filter);
        var found = await Sorted(rows, filter.Sort)
            .Skip((filter.Page - 1) * WorkFilter.PageSize)
            .Take(WorkFilter.PageSize)
            .ToListAsync(cancellation);
        return [.. found.Select(row => Line(row.Case.ToRow(), row.Task, row.Light))];
    }

    /// <summary>How many the filter leaves, all pages together.</summary>
    public Task<int> CountAsync(WorkPerson person, WorkFilter filter, CancellationToken cancellation) =>
        OpenWork
            .Of(reads, person, clock.GetUtcNow().ToUnixTimeMilliseconds())
            .Narrowed(filter)
            .CountAsync(cancellation);

    internal static WorkLine Line(CaseRow row, TaskRead task, Light light) =>
        new(row, task.Key, task.Element, task.Assignee, light, task.Urgings, StandingOf(task));

    private static TaskStanding StandingOf(TaskRead task) =>
        task switch
        {
            { DelegatedBy: not null } => TaskStanding.Delegated,
            { Submitted: not null } => TaskStanding.Submitted,
            { Assignee: not null } => TaskStanding.Claimed,
            _ => TaskStanding.Free,
        };

    private static IQueryable<WorkRow> Sorted(IQueryable<WorkRow> rows, WorkSort sort) =>
        sort switch
        {
            WorkSort.Item => rows.OrderBy(row => row.Case.ItemName)
                .ThenBy(row => row.Case.ClockDue)
                .ThenBy(row => row.Task.Key),
            WorkSort.Arrival => rows.OrderBy(row => row.Case.Submitted).ThenBy(row => row.Task.Key),
            _ => rows.OrderBy(row => row.Case.ClockDue).ThenBy(row => row.Task.Key),
        };
}

/// <summary>One open task and its case.</summary>
/// <param name="Element">The step in the process: <c>accept</c>, <c>review</c>, <c>decide</c>.</param>
/// <param name="Assignee">Actor id of who claimed it; null while it waits for anybody.</param>
/// <param name="Urgings">催办: how often it was urged.</param>
public sealed record WorkLine(
    CaseRow Case,
    long Task,
    string Element,
    string? Assignee,
    Light Light,
    int Urgings,
    TaskStanding Standing
);

/// <summary>How a task stands for whoever has it in his list.</summary>
public enum TaskStanding
{
    Free,
    Claimed,

    /// <summary>It was delegated to the reader.</summary>
    Delegated,

    /// <summary>The reader has submitted it; signers are still asked.</summary>
    Submitted,
}
