using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Approvals.Server.Texts;

/// <summary>
/// One sentence with its arguments. Written into a page it is encoded (arguments too, unless they are HTML already) and
/// carries a <c>lang</c> when it fell back to another language; <see cref="Plain"/> is for attributes, titles and view records.
/// </summary>
/// <remarks>
/// Places: <c>{name}</c> writes the argument; <c>{name:one|many}</c> writes the first word when the argument is 1 and
/// the second otherwise.
/// </remarks>
public sealed class Text(string pattern, string? fallbackLanguage, (string Name, object? Value)[] arguments)
    : IHtmlContent
{
    /// <summary>The sentence without markup.</summary>
    public string Plain
    {
        get
        {
            var plain = new StringBuilder();
            Fill(literal => plain.Append(literal), value => plain.Append(PlainOf(value)));
            return plain.ToString();
        }
    }

    public override string ToString() => Plain;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (fallbackLanguage is not null)
        {
            writer.Write($"<span lang=\"{fallbackLanguage}\">");
        }

        Fill(
            literal => encoder.Encode(writer, literal),
            value =>
            {
                if (value is IHtmlContent html)
                {
                    html.WriteTo(writer, encoder);
                }
                else
                {
                    encoder.Encode(writer, PlainOf(value));
                }
            }
        );

        if (fallbackLanguage is not null)
        {
            writer.Write("</span>");
        }
    }

    private void Fill(Action<string> literal, Action<object?> argument)
    {
        var at = 0;
        while (at < pattern.Length)
        {
            var open = pattern.IndexOf('{', at);
            var close = open < 0 ? -1 : pattern.IndexOf('}', open);
            if (close < 0)
            {
                literal(pattern[at..]);
                return;
            }

            literal(pattern[at..open]);
            Place(pattern[(open + 1)..close], argument);
            at = close + 1;
        }
    }

    private void Place(string place, Action<object?> argument)
    {
        var colon = place.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? place : place[..colon];
        var value = Array.Find(arguments, each => each.Name == name).Value;
        if (colon < 0)
        {
            argument(value ?? "{" + name + "}");
            return;
        }

        var words = place[(colon + 1)..].Split('|');
        argument(PlainOf(value) == "1" ? words[0] : words[^1]);
    }

    internal static string PlainOf(object? value) =>
        value switch
        {
            null => string.Empty,
            IHtmlContent and not (Text or Strong) => throw new InvalidOperationException(
                "HTML arguments need an HTML place."
            ),
            int number => number.ToString("#,0", CultureInfo.InvariantCulture),
            long number => number.ToString("#,0", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? string.Empty,
        };
}
