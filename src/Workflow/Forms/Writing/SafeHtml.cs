using System.Text;

namespace Approvals.Workflow.Forms.Writing;

/// <summary>
/// Writes a paragraph's Markdown or HTML as HTML that can only be text: a closed list of elements without attributes,
/// links to http, https, mailto and tel and to pages of this site; everything else is escaped or left out. Headings
/// begin at level 3, under the page's own. Tags are always balanced.
/// </summary>
public static class SafeHtml
{
    public static string Of(FormParagraph paragraph, string language)
    {
        var text = paragraph.Text.In(language).Text;
        return paragraph.IsHtml ? HtmlFilter.Write(text) : MarkdownWriter.Write(text);
    }

    internal static void Escape(StringBuilder html, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\'' => html.Append("&#39;"),
                _ => html.Append(c),
            };
        }
    }

    /// <summary>The address when a link may lead there, else null.</summary>
    internal static string? Address(string given)
    {
        var address = given.Trim();
        if (address.Length is 0 or > 2_000 || address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            return null;
        }

        var isHere =
            address[0] is '#'
            || (
                address[0] is '/'
                && !address.StartsWith("//", StringComparison.Ordinal)
                && !address.StartsWith("/\\", StringComparison.Ordinal)
            );
        return
            isHere
            || (
                Uri.TryCreate(address, UriKind.Absolute, out var uri)
                && uri.Scheme is "http" or "https" or "mailto" or "tel"
            )
            ? address
            : null;
    }
}
