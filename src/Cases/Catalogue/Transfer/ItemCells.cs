using System.Globalization;

namespace Approvals.Cases.Catalogue.Transfer;

/// <summary>The texts of cells: flags, numbers, lists of lines, lines of parts.</summary>
internal static class ItemCells
{
    public const string Yes = "是";
    public const string No = "否";

    /// <summary>Divides the parts of a line; it stands in no name of a law, a material or a body.</summary>
    public const char Divider = '｜';

    public static string Flag(bool value) => value ? Yes : No;

    public static bool? ReadFlag(string text) =>
        text switch
        {
            Yes => true,
            No or "" => false,
            _ => null,
        };

    public static string Number(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>False when the text is neither empty nor a whole number of at most four digits.</summary>
    public static bool TryNumber(string text, out int? value)
    {
        value = null;
        if (text.Length == 0)
        {
            return true;
        }

        if (text.Length > 4 || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        value = number;
        return true;
    }

    public static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    public static IReadOnlyList<string> ReadLines(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Empty parts at the end are left out.</summary>
    public static string Parts(params IReadOnlyList<string?> parts)
    {
        var last = parts.Count - 1;
        while (last > 0 && string.IsNullOrEmpty(parts[last]))
        {
            last--;
        }

        // A line break inside a part would end its line.
        return string.Join(Divider, parts.Take(last + 1).Select(part => (part ?? "").ReplaceLineEndings("；")));
    }

    /// <summary>The parts of a line, filled up with empty ones; null when there are more than <paramref name="count"/>.</summary>
    public static string[]? ReadParts(string line, int count)
    {
        var parts = line.Split(Divider, StringSplitOptions.TrimEntries);
        return parts.Length > count ? null : [.. parts, .. Enumerable.Repeat("", count - parts.Length)];
    }

    public static string? OrNull(string text) => text.Length == 0 ? null : text;
}
