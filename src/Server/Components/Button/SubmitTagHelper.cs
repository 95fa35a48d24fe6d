using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Approvals.Server.Components.Button;

/// <summary>
/// <c>&lt;submit&gt;保存并继续&lt;/submit&gt;</c>: a form's button; a second press within a second is ignored. One primary in a view;
/// <c>quiet</c> for the lesser one, <c>small</c> for staff.
/// </summary>
[HtmlTargetElement("submit")]
public sealed class SubmitTagHelper : TagHelper
{
    public bool Primary { get; set; } = true;

    public bool Quiet { get; set; }

    public bool Small { get; set; }

    public bool Wide { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "button";
        output.Attributes.SetAttribute("type", "submit");
        var look =
            Quiet ? "btn quiet"
            : Primary ? "btn pri"
            : "btn";
        output.Attributes.SetAttribute("class", look + (Small ? " s" : string.Empty) + (Wide ? " w" : string.Empty));
        output.Attributes.SetAttribute("data-module", "govuk-button");
        output.Attributes.SetAttribute("data-prevent-double-click", "true");
    }
}
