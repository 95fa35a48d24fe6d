using System.Globalization;
using System.Text;

namespace Approvals.Workflow.Forms.Validation;

/// <summary>What every posted text goes through before it is judged.</summary>
internal static class Cleaning
{
    /// <summary>
    /// Trimmed, in form C, line ends as one newline. Null when it holds what no one types: control characters, characters
    /// that turn the direction of text, halves of surrogate pairs, the replacement character of a broken encoding.
    /// </summary>
    public static string? Text(string posted, bool multiline)
    {
        var lines = posted.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (char.IsHighSurrogate(lines[i]) && i + 1 < lines.Length && char.IsLowSurrogate(lines[i + 1]))
            {
                i++;
            }
            else if (!IsAllowed(lines[i], multiline))
            {
                return null;
            }
        }

        return CanonicalComposition.Of(Trimmed(lines));
    }

    /// <summary>Full-width digits, letters and signs (U+FF01…FF5E) and the ideographic space as their ASCII forms.</summary>
    public static string HalfWidth(string text)
    {
        var half = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            half.Append(
                c switch
                {
                    >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
                    '\u3000' or '\u00A0' => ' ',
                    '。' => '.',
                    '−' or '–' or '—' => '-',
                    _ => c,
                }
            );
        }

        return half.ToString().Trim();
    }

    /// <summary>Length as a reader counts it: code points.</summary>
    public static int Length(string text)
    {
        var length = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            length++;
        }

        return length;
    }

    private static bool IsAllowed(char c, bool multiline) =>
        c switch
        {
            '\n' or '\t' => multiline,
            '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => false,
            '\uFFFD' or '\uFFFE' or '\uFFFF' => false,
            '\u2028' or '\u2029' => false,
            _ => !char.IsSurrogate(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.Control,
        };

    private static string Trimmed(string text) => text.Trim().Trim('\u200B', '\uFEFF').Trim();
}
