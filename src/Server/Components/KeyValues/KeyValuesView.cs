using Microsoft.AspNetCore.Html;

namespace Approvals.Server.Components.KeyValues;

/// <summary>Names and values of one thing. <see cref="Language"/>: of the values, when they are data.</summary>
public sealed record KeyValuesView(IReadOnlyList<KeyValueRow> Rows, string? Language = null)
{
    public static KeyValuesView Of(string? language, params IEnumerable<(string Name, string Value)> rows) =>
        new([.. rows.Select(row => new KeyValueRow(row.Name, new HtmlContentBuilder().Append(row.Value)))], language);
}

public sealed record KeyValueRow(string Name, IHtmlContent Value);
