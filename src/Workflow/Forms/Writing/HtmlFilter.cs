using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Approvals.Workflow.Forms.Writing;

/// <summary>
/// Keeps the simple elements of a piece of HTML and the text of all others; scripts, styles and comments go with their
/// content. The output is built from its own list of names, so nothing of the input's markup passes through.
/// </summary>
internal static partial class HtmlFilter
{
    private const int MaxLength = 20_000;

    private static readonly FrozenSet<string> Kept = new[]
    {
        "p",
        "strong",
        "b",
        "em",
        "i",
        "u",
        "code",
        "ul",
        "ol",
        "li",
        "h3",
        "h4",
        "h5",
        "h6",
        "a",
        "sub",
        "sup",
        "blockquote",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Void = new[] { "br", "hr" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Dropped = new[]
    {
        "script",
        "style",
        "template",
        "iframe",
        "object",
        "svg",
        "math",
        "noscript",
        "textarea",
        "title",
        "select",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static string Write(string html)
    {
        var text = html.Length > MaxLength ? html[..MaxLength] : html;
        var output = new StringBuilder();
        var open = new Stack<string>();
        var at = 0;
        while (at < text.Length)
        {
            var next = text.IndexOf('<', at);
            Words(output, text[at..(next < 0 ? text.Length : next)]);
            if (next < 0)
            {
                break;
            }

            at = Markup(output, open, text, next);
        }

        while (open.TryPop(out var name))
        {
            output.Append($"</{name}>");
        }

        return output.ToString();
    }

    /// <summary>Takes what begins with &lt; at a place; returns the place behind it.</summary>
    private static int Markup(StringBuilder output, Stack<string> open, string text, int at)
    {
        if (text.AsSpan(at).StartsWith("<!--"))
        {
            return After(text, "-->", at);
        }

        var tag = Tag().Match(text, at);
        if (!tag.Success)
        {
            output.Append("&lt;");
            return at + 1;
        }

        var name = Renamed(tag.Groups["name"].Value.ToLowerInvariant());
        var end = at + tag.Length;
        var closes = tag.Groups["slash"].Length > 0;
        if (Dropped.Contains(name))
        {
            return closes ? end : After(text, $"</{name}>", end);
        }

        if (Void.Contains(name))
        {
            output.Append($"<{name}>");
        }
        else if (Kept.Contains(name) && !closes)
        {
            Open(output, open, name, tag.Groups["attributes"].Value);
        }
        else if (closes && open.Contains(name))
        {
            Close(output, open, name);
        }

        return end;
    }

    private static void Open(StringBuilder output, Stack<string> open, string name, string attributes)
    {
        if (name == "a")
        {
            var reference = Reference().Match(attributes);
            var address = reference.Success ? SafeHtml.Address(Decoded(reference.Groups["address"].Value)) : null;
            if (address is null || open.Contains("a"))
            {
                return;
            }

            output.Append("<a href=\"");
            SafeHtml.Escape(output, address);
            output.Append("\">");
        }
        else
        {
            output.Append($"<{name}>");
        }

        open.Push(name);
    }

    private static void Close(StringBuilder output, Stack<string> open, string name)
    {
        string closed;
        do
        {
            closed = open.Pop();
            output.Append($"</{closed}>");
        } while (closed != name);
    }

    private static void Words(StringBuilder output, string text) => SafeHtml.Escape(output, Decoded(text));

    private static string Decoded(string text) => System.Net.WebUtility.HtmlDecode(text);

    private static string Renamed(string name) => name is "h1" or "h2" ? "h3" : name;

    private static int After(string text, string mark, int from)
    {
        var end = text.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? text.Length : end + mark.Length;
    }

    [GeneratedRegex(
        """\G<(?<slash>/?)(?<name>[A-Za-z][A-Za-z0-9]*)(?<attributes>(?:[^>"']|"[^"]{0,2000}"|'[^']{0,2000}'){0,500})>""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 500
    )]
    private static partial Regex Tag();

    [GeneratedRegex(
        """(?:^|[\s"'/])href\s*=\s*(?:"(?<address>[^"]*)"|'(?<address>[^']*)')""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 500
    )]
    private static partial Regex Reference();
}
