using System.Text;

namespace Approvals.Workflow.Forms.Writing;

/// <summary>
/// The part of Markdown that notes in forms use: paragraphs, headings, lists, rules, emphasis, code and links. HTML in
/// it is text.
/// </summary>
internal static class MarkdownWriter
{
    private const int MaxLength = 20_000;

    public static string Write(string markdown)
    {
        var html = new StringBuilder();
        var paragraph = new List<string>();
        var list = "";
        var text = markdown.Length > MaxLength ? markdown[..MaxLength] : markdown;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = raw.Trim();
            var item = ItemOf(line);
            if (line.Length == 0 || item.List.Length > 0 || HeadingLevel(line) > 0 || IsRule(line))
            {
                Close(html, paragraph);
            }

            if (list.Length > 0 && item.List != list)
            {
                html.Append($"</{list}>\n");
                list = "";
            }

            if (item.List.Length > 0)
            {
                html.Append(list.Length == 0 ? $"<{item.List}>\n<li>" : "<li>");
                list = item.List;
                Inline(html, item.Text);
                html.Append("</li>\n");
            }
            else if (HeadingLevel(line) is > 0 and var level)
            {
                var name = $"h{Math.Min(6, level + 2)}";
                html.Append($"<{name}>");
                Inline(html, line[level..].Trim().TrimEnd('#').TrimEnd());
                html.Append($"</{name}>\n");
            }
            else if (IsRule(line))
            {
                html.Append("<hr>\n");
            }
            else if (line.Length > 0)
            {
                paragraph.Add(raw.EndsWith("  ", StringComparison.Ordinal) ? line + "\n" : line);
            }
        }

        Close(html, paragraph);
        return list.Length > 0 ? html.Append($"</{list}>\n").ToString() : html.ToString();
    }

    private static void Close(StringBuilder html, List<string> paragraph)
    {
        if (paragraph.Count == 0)
        {
            return;
        }

        html.Append("<p>");
        Inline(html, string.Join(' ', paragraph).TrimEnd());
        html.Append("</p>\n");
        paragraph.Clear();
    }

    private static int HeadingLevel(string line)
    {
        var level = line.TakeWhile(c => c == '#').Count();
        return level is > 0 and <= 6 && level < line.Length && line[level] == ' ' ? level : 0;
    }

    private static bool IsRule(string line) => line.Length >= 3 && (line.All(c => c == '-') || line.All(c => c == '*'));

    private static (string List, string Text) ItemOf(string line)
    {
        if (line.Length > 2 && line[0] is '*' or '-' or '+' && line[1] == ' ')
        {
            return ("ul", line[2..].Trim());
        }

        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 4 && line.AsSpan(digits).StartsWith(". ")
            ? ("ol", line[(digits + 2)..].Trim())
            : ("", "");
    }

    /// <summary>Marks that find no partner stay as they are.</summary>
    private static void Inline(StringBuilder html, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var rest = text.AsSpan(i);
            if (rest[0] == '\\' && rest.Length > 1 && char.IsPunctuation(rest[1]))
            {
                SafeHtml.Escape(html, text.AsSpan(++i, 1));
            }
            else if (rest[0] == '\n')
            {
                html.Append("<br>");
            }
            else if (Between(text, i, "**") is { } strong)
            {
                Wrap(html, "strong", strong);
                i += strong.Length + 3;
            }
            else if (Between(text, i, "__") is { } heavy)
            {
                Wrap(html, "strong", heavy);
                i += heavy.Length + 3;
            }
            else if (Between(text, i, "*") is { } soft)
            {
                Wrap(html, "em", soft);
                i += soft.Length + 1;
            }
            else if (Between(text, i, "_") is { } leaning && (i == 0 || !char.IsLetterOrDigit(text[i - 1])))
            {
                Wrap(html, "em", leaning);
                i += leaning.Length + 1;
            }
            else if (Between(text, i, "`") is { } code)
            {
                html.Append("<code>");
                SafeHtml.Escape(html, code);
                html.Append("</code>");
                i += code.Length + 1;
            }
            else if (rest[0] == '[' && LinkAt(text, i) is { } link)
            {
                Link(html, link.Words, link.Address);
                i = link.End;
            }
            else
            {
                SafeHtml.Escape(html, rest[..1]);
            }
        }
    }

    private static void Wrap(StringBuilder html, string element, string inner)
    {
        html.Append($"<{element}>");
        Inline(html, inner);
        html.Append($"</{element}>");
    }

    private static string? Between(string text, int at, string mark)
    {
        if (string.CompareOrdinal(text, at, mark, 0, mark.Length) != 0)
        {
            return null;
        }

        var start = at + mark.Length;
        var end = text.IndexOf(mark, start, StringComparison.Ordinal);
        return end > start && text[start] != ' ' && text[end - 1] != ' ' ? text[start..end] : null;
    }

    private static (string Words, string Address, int End)? LinkAt(string text, int at)
    {
        var middle = text.IndexOf("](", at, StringComparison.Ordinal);
        var end = middle < 0 ? -1 : text.IndexOf(')', middle);
        return end < 0 || text.IndexOf('[', at + 1) is >= 0 and var inner && inner < middle
            ? null
            : (text[(at + 1)..middle], text[(middle + 2)..end], end);
    }

    /// <summary>A link that may lead nowhere safe is its words alone.</summary>
    private static void Link(StringBuilder html, string words, string address)
    {
        if (SafeHtml.Address(address) is not { } safe)
        {
            Inline(html, words);
            return;
        }

        html.Append("<a href=\"");
        SafeHtml.Escape(html, safe);
        html.Append("\">");
        Inline(html, words);
        html.Append("</a>");
    }
}
