using System.Globalization;

namespace Approvals.Server.Components.Pagination;

/// <summary>Where one is in a long list. Pages count from 1.</summary>
/// <param name="HrefOf">The address of a page.</param>
public sealed record PaginationView(int Page, int PageSize, int Total, Func<int, string> HrefOf)
{
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public int First => Total == 0 ? 0 : ((Page - 1) * PageSize) + 1;

    public int Last => Math.Min(Total, Page * PageSize);

    /// <summary>First, last and the neighbours of this page; null where some are left out.</summary>
    public IEnumerable<int?> Shown()
    {
        var previous = 0;
        for (var page = 1; page <= Pages; page++)
        {
            if (page != 1 && page != Pages && Math.Abs(page - Page) > 1)
            {
                continue;
            }

            if (page > previous + 1)
            {
                yield return null;
            }

            previous = page;
            yield return page;
        }
    }

    public static string WithQuery(string path, int page, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var parts = new List<string>();
        foreach (var (name, value) in query)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        if (page > 1)
        {
            parts.Add("page=" + page.ToString(CultureInfo.InvariantCulture));
        }

        return parts.Count == 0 ? path : path + "?" + string.Join('&', parts);
    }
}
