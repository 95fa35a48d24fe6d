using Approvals.Server.Pages.Public.Items;

namespace Approvals.Server.Pages.Public.Hall;

/// <summary>What the front page reads.</summary>
public interface IHallQueries
{
    Task<HallView> ReadAsync(CancellationToken cancellation);
}

/// <summary>Only what the platform really knows: a part without data is null or empty and is not shown.</summary>
/// <param name="ItemsOnline">Items that can be applied for here.</param>
/// <param name="Suggestions">Words of the catalogue that lead somewhere when searched.</param>
/// <param name="MostUsed">By cases received; empty until there are any.</param>
public sealed record HallView(
    int Departments,
    int Items,
    int ItemsOnline,
    IReadOnlyList<string> Suggestions,
    IReadOnlyList<Facet> Themes,
    IReadOnlyList<ItemSummary> MostUsed,
    HallFigures? Figures
);

/// <summary>How the work of a period went, counted from its cases.</summary>
/// <param name="LegalDays">Means in working days over the closed cases.</param>
public sealed record HallFigures(
    DateOnly From,
    DateOnly Through,
    int Closed,
    int Overdue,
    decimal LegalDays,
    decimal PromisedDays,
    decimal ActualDays
)
{
    public decimal OnTimePercent => Closed == 0 ? 0 : Math.Floor(1000m * (Closed - Overdue) / Closed) / 10;
}
