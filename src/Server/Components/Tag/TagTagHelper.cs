using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Approvals.Server.Components.Tag;

/// <summary><c>&lt;tag tone="Jade"&gt;无需提交&lt;/tag&gt;</c>: a small framed word.</summary>
[HtmlTargetElement("tag")]
public sealed class TagTagHelper : TagHelper
{
    public TagTone Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        var tone = Tone switch
        {
            TagTone.Jade => " j",
            TagTone.Blue => " b",
            TagTone.Amber => " a",
            _ => string.Empty,
        };
        output.Attributes.SetAttribute("class", "tag" + tone);
    }
}
