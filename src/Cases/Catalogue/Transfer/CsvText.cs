using System.Text;

namespace Approvals.Cases.Catalogue.Transfer;

/// <summary>Comma-separated values (RFC 4180): cells with commas, quotes or line breaks stand in quotes, a quote is doubled.</summary>
public static class CsvText
{
    /// <summary>Spreadsheet programs take a file for UTF-8 when it begins so.</summary>
    public const char ByteOrderMark = '\uFEFF';

    public static string Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder().Append(ByteOrderMark);
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>The rows, each with the line it begins on; empty lines are left out. An open quote runs to the end of the text.</summary>
    public static IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Read(string text)
    {
        var rows = new List<(int, IReadOnlyList<string>)>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (line, begun, quoted) = (1, 1, false);
        for (var at = text.StartsWith(ByteOrderMark) ? 1 : 0; at < text.Length; at++)
        {
            var character = text[at];
            if (quoted)
            {
                line += character == '\n' ? 1 : 0;
                if (character != '"')
                {
                    cell.Append(character);
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    cell.Append('"');
                    at++;
                }
                else
                {
                    quoted = false;
                }

                continue;
            }

            switch (character)
            {
                case '"' when cell.Length == 0:
                    quoted = true;
                    break;
                case ',':
                    cells.Add(Take(cell));
                    break;
                case '\r':
                    break;
                case '\n':
                    End();
                    line++;
                    begun = line;
                    break;
                default:
                    cell.Append(character);
                    break;
            }
        }

        End();
        return rows;

        void End()
        {
            cells.Add(Take(cell));
            if (cells.Count > 1 || cells[0].Length > 0)
            {
                rows.Add((begun, cells));
            }

            cells = [];
        }
    }

    private static string Take(StringBuilder cell)
    {
        var taken = cell.ToString();
        cell.Clear();
        return taken;
    }

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
