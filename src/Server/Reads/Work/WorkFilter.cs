using Approvals.Cases.Clocks;

namespace Approvals.Server.Reads.Work;

/// <summary>待我办理的哪一部分.</summary>
public enum WorkScope
{
    /// <summary>What I have claimed and what I may claim.</summary>
    All,

    /// <summary>我已签收.</summary>
    Mine,

    /// <summary>待签收.</summary>
    Claimable,
}

public enum WorkSort
{
    Due,
    Item,
    Arrival,
}

/// <summary>Which part of the work list, in which order. Pages count from 1.</summary>
/// <param name="Item">Code of an item.</param>
/// <param name="Words">A query number or its beginning, a part of an applicant's or item's name.</param>
public sealed record WorkFilter(
    Light? Light = null,
    WorkScope Scope = WorkScope.All,
    string? Item = null,
    string? Words = null,
    WorkSort Sort = WorkSort.Due,
    int Page = 1
)
{
    public const int PageSize = 20;
}
