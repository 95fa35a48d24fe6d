using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace Approvals.Workflow.Forms.Reading;

/// <summary>
/// Patterns of form-js are JavaScript's. Its <c>\d</c>, <c>\w</c> and <c>$</c> are narrower than .NET's, so they are
/// spelled out; matching never backtracks, because the patterns meet whatever the public types.
/// </summary>
internal static class JavaScriptPattern
{
    private const int MaxLength = 1_000;

    public static bool TryCompile(
        string pattern,
        [NotNullWhen(true)] out Regex? regex,
        [NotNullWhen(false)] out string? problem
    )
    {
        (regex, problem) = (null, null);
        if (pattern.Length > MaxLength)
        {
            problem = $"it is longer than {MaxLength} characters.";
            return false;
        }

        try
        {
            regex = new Regex(
                Translated(pattern),
                RegexOptions.NonBacktracking | RegexOptions.CultureInvariant,
                TimeSpan.FromMilliseconds(250)
            );
            return true;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            problem = e.Message;
            return false;
        }
    }

    private static string Translated(string pattern)
    {
        var text = new StringBuilder();
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                text.Append(Escape(pattern[++i], inClass));
                continue;
            }

            if (c == '[' && inClass)
            {
                // .NET would read a subtraction of classes here.
                text.Append(@"\[");
                continue;
            }

            inClass = c == '[' || (inClass && c != ']');
            text.Append(c == '$' && !inClass ? @"\z" : c.ToString());
        }

        return text.ToString();
    }

    private static string Escape(char c, bool inClass) =>
        (c, inClass) switch
        {
            ('d', true) => "0-9",
            ('d', false) => "[0-9]",
            ('D', false) => "[^0-9]",
            ('w', true) => "A-Za-z0-9_",
            ('w', false) => "[A-Za-z0-9_]",
            ('W', false) => "[^A-Za-z0-9_]",
            ('/', _) => "/",
            _ => "\\" + c,
        };
}
