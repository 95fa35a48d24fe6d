using Approvals.Server.Pipeline;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Approvals.Server.Components.Icon;

/// <summary><c>&lt;icon name="doc" /&gt;</c>: a drawing of <c>src/Web/icons</c>, hidden from readers: the word stands beside it.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(Assets assets) : TagHelper
{
    public required string Name { get; set; }

    public static string Markup(Assets assets, string name) =>
        $"<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"><use href=\"{assets.Url("icons.svg")}#{name}\"/></svg>";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup(assets, Name));
    }
}
