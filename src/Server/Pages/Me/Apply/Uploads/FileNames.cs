using System.Globalization;
using System.Text;

namespace Approvals.Server.Pages.Me.Apply.Uploads;

/// <summary>The names that browsers give uploads, made fit to be shown and offered again.</summary>
public static class FileNames
{
    private const int Longest = 100;
    private const string Forbidden = "\"*:<>?|/\\";

    /// <summary>
    /// The last part of a path, without control, direction and other invisible characters, at most a hundred long with its
    /// ending kept; <c>file</c> when nothing is left.
    /// </summary>
    public static string Clean(string posted)
    {
        var last = posted[(posted.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            if (IsShown(rune))
            {
                kept.Append(rune.ToString());
            }
        }

        var name = kept.ToString().Normalize().Trim(' ', '.');
        var ending = Path.GetExtension(name);
        var stem = ending.Length > 12 ? name : name[..^ending.Length];
        ending = ending.Length > 12 ? "" : ending;
        if (stem.Length + ending.Length > Longest)
        {
            var cut = Longest - ending.Length;
            stem = stem[..(char.IsHighSurrogate(stem[cut - 1]) ? cut - 1 : cut)];
        }

        return (stem.Length == 0 ? "file" : stem) + ending;
    }

    private static bool IsShown(Rune rune) =>
        rune != Rune.ReplacementChar
        && (!rune.IsAscii || !Forbidden.Contains((char)rune.Value, StringComparison.Ordinal))
        && Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );
}
