using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Approvals.Workflow.Diagram;

/// <summary>
/// Writes SVG text: coordinates are invariant with at most two decimals, text from the model is always escaped, and
/// the covered area is kept for the view box.
/// </summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder text = new();

    public Box? Covered { get; private set; }

    public void Cover(Box box) => Covered = Covered?.Union(box) ?? box;

    /// <summary>Markup whose interpolated numbers are written as coordinates and whose strings are escaped.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] Markup markup)
    {
        _ = markup;
        text.Append('\n');
    }

    public void Raw(string markup) => text.Append(markup);

    public override string ToString() => text.ToString();

    public static string Number(double value)
    {
        var rounded = Math.Round(value, 2, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.##", CultureInfo.InvariantCulture);
    }

    /// <summary>Escapes for text and quoted attributes; characters that XML can't carry become U+FFFD.</summary>
    public static void Escape(StringBuilder into, string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                into.Append(c).Append(value[++i]);
                continue;
            }

            _ = c switch
            {
                '&' => into.Append("&amp;"),
                '<' => into.Append("&lt;"),
                '>' => into.Append("&gt;"),
                '"' => into.Append("&quot;"),
                '\'' => into.Append("&#39;"),
                '\t' or '\n' or '\r' => into.Append(' '),
                < ' ' or '\uFFFE' or '\uFFFF' or (>= '\uD800' and <= '\uDFFF') => into.Append('\uFFFD'),
                _ => into.Append(c),
            };
        }
    }

    [InterpolatedStringHandler]
    public readonly ref struct Markup
    {
        private readonly StringBuilder text;

        public Markup(int literalLength, int formattedCount, SvgWriter writer)
        {
            _ = literalLength;
            _ = formattedCount;
            text = writer.text;
        }

        public void AppendLiteral(string value) => text.Append(value);

        public void AppendFormatted(double value) => text.Append(Number(value));

        public void AppendFormatted(int value) => text.Append(CultureInfo.InvariantCulture, $"{value}");

        public void AppendFormatted(string? value) => Escape(text, value ?? "");
    }
}
