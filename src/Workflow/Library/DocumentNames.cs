using System.Globalization;
using Approvals.Kernel;

namespace Approvals.Workflow.Library;

/// <summary>
/// Names of documents and folders. They become names of files in a bundle: no separators, no characters that can't be seen or that
/// turn the direction of what follows, no dots alone.
/// </summary>
public static class DocumentNames
{
    public const int Longest = 100;
    public const int Deepest = 6;
    private const string Forbidden = "/\\:*?\"<>|";

    /// <summary>Null when a document may have the name.</summary>
    public static Rejection? Check(string name) =>
        IsName(name) ? null : Rejection.Of("library.name", ("longest", Longest.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Null when documents may lie there; the empty folder is the outermost.</summary>
    public static Rejection? CheckFolder(string folder) =>
        folder.Length == 0 || (folder.Split('/') is var parts && parts.Length <= Deepest && parts.All(IsName))
            ? null
            : Rejection.Of("library.folder", ("deepest", Deepest.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The name without what a file may not be called; a stand-in when nothing is left.</summary>
    public static string Tidy(string? name, string otherwise)
    {
        var kept = string.Concat((name ?? "").Where(IsAllowed)).Trim().Trim('.').Trim();
        kept = kept.Length > Longest ? kept[..Longest].Trim() : kept;
        return IsName(kept) ? kept : otherwise;
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= Longest
        && name == name.Trim()
        && name.All(IsAllowed)
        && name[0] != '.'
        && name[^1] != '.';

    private static bool IsAllowed(char character) =>
        !Forbidden.Contains(character, StringComparison.Ordinal)
        && char.GetUnicodeCategory(character)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.OtherNotAssigned
            );
}
