using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Approvals.Server.Components.DataTable;

/// <summary>
/// <c>&lt;data-table label="…"&gt;thead, tbody&lt;/data-table&gt;</c>: the staff's dense table. It scrolls inside a named region
/// that the keyboard reaches; give each <c>td</c> but the first a <c>data-label</c> for the phone.
/// </summary>
[HtmlTargetElement("data-table")]
public sealed class DataTableTagHelper : TagHelper
{
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "tb");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("tabindex", "0");
        output.PreContent.SetHtmlContent("<table>");
        output.PostContent.SetHtmlContent("</table>");
    }
}
