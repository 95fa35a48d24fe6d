using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Approvals.Server.Texts;

/// <summary>An argument set in bold where the sentence is HTML, plain elsewhere.</summary>
public sealed class Strong(object value) : IHtmlContent
{
    public override string ToString() => Text.PlainOf(value);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<b class=\"n\">");
        if (value is IHtmlContent html)
        {
            html.WriteTo(writer, encoder);
        }
        else
        {
            encoder.Encode(writer, Text.PlainOf(value));
        }

        writer.Write("</b>");
    }
}
