using Approvals.Server.Components.Icon;
using Approvals.Server.Pipeline;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Approvals.Server.Components.Light;

/// <summary>
/// <c>&lt;light state="Soon" /&gt;</c> with the state's own word, or <c>&lt;light state="Soon"&gt;今天到期&lt;/light&gt;</c>:
/// shape and word together, never colour alone.
/// </summary>
[HtmlTargetElement("light")]
public sealed class LightTagHelper(Assets assets, ITexts texts) : TagHelper
{
    public LightState State { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var look = Look(State);
        var words = await output.GetChildContentAsync();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "lt " + look);
        output.Content.SetHtmlContent(IconTagHelper.Markup(assets, look));
        if (words.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml(texts["light." + look]);
        }
        else
        {
            output.Content.AppendHtml(words);
        }
    }

    private static string Look(LightState state) =>
        state switch
        {
            LightState.Normal => "ok",
            LightState.Soon => "soon",
            LightState.Late => "late",
            LightState.Paused => "pause",
            _ => "stop",
        };
}
