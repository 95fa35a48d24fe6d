using Approvals.Server.Components.ErrorSummary;
using Approvals.Server.Components.Icon;
using Approvals.Server.Pipeline;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Approvals.Server.Components.Area;

/// <summary>
/// Several labelled lines of text bound to a property, with hint and error:
/// <c>&lt;text-area for="Opinion" label="…" hint="…" rows="4" /&gt;</c>.
/// </summary>
[HtmlTargetElement("text-area", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextAreaTagHelper(Assets assets) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public int Rows { get; set; } = 4;

    /// <summary>The language of what is written here, when it is not the page's.</summary>
    public string? Lang { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = FieldError.IdOf(name);
        var entry = ViewContext.ViewData.ModelState[name];
        var error = entry?.Errors.FirstOrDefault()?.ErrorMessage;

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-form-group" + (error is null ? "" : " govuk-form-group--error"));
        var content = output.Content;
        content.AppendHtml($"<label class=\"govuk-label\" for=\"{id}\">").Append(Label).AppendHtml("</label>");
        if (Hint is not null)
        {
            content.AppendHtml($"<p class=\"govuk-hint\" id=\"{id}-hint\">").Append(Hint).AppendHtml("</p>");
        }

        if (error is not null)
        {
            content.AppendHtml($"<p class=\"govuk-error-message\" id=\"{id}-error\">");
            content.AppendHtml(IconTagHelper.Markup(assets, "stop")).Append(error).AppendHtml("</p>");
        }

        content.AppendHtml(Area(name, id, entry?.AttemptedValue ?? For.Model?.ToString(), error is not null));
    }

    private TagBuilder Area(string name, string id, string? value, bool isWrong)
    {
        var area = new TagBuilder("textarea");
        area.AddCssClass("govuk-textarea");
        area.Attributes["id"] = id;
        area.Attributes["name"] = name;
        area.Attributes["rows"] = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (Lang is not null)
        {
            area.Attributes["lang"] = Lang;
        }

        string?[] described = [Hint is null ? null : id + "-hint", isWrong ? id + "-error" : null];
        if (string.Join(' ', described.OfType<string>()) is { Length: > 0 } ids)
        {
            area.Attributes["aria-describedby"] = ids;
        }

        if (isWrong)
        {
            area.Attributes["aria-invalid"] = "true";
        }

        // HTML drops one line break behind the tag; what was typed may begin with one.
        area.InnerHtml.AppendHtml("\n").Append(value ?? "");
        return area;
    }
}
