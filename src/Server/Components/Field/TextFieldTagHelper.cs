using Approvals.Server.Components.ErrorSummary;
using Approvals.Server.Components.Icon;
using Approvals.Server.Pipeline;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Approvals.Server.Components.Field;

/// <summary>
/// One labelled line of text bound to a property, with its hint and its error:
/// <c>&lt;text-field for="Form.Phone" label="…" hint="…" type="tel" autocomplete="tel" /&gt;</c>.
/// </summary>
[HtmlTargetElement("text-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextFieldTagHelper(Assets assets, ITexts texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public string? Inputmode { get; set; }

    /// <summary>A width class of govuk-frontend in characters: 5, 10, 20, 30.</summary>
    public int? Width { get; set; }

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

        var value = Type == "password" ? null : entry?.AttemptedValue ?? For.Model?.ToString();
        content.AppendHtml(Wrapped(Input(name, id, value, error is not null)));
    }

    private TagBuilder Input(string name, string id, string? value, bool isWrong)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("govuk-input");
        if (Width is { } width)
        {
            input.AddCssClass($"govuk-input--width-{width}");
        }

        input.Attributes["id"] = id;
        input.Attributes["name"] = name;
        input.Attributes["type"] = Type;
        input.Attributes["spellcheck"] = "false";
        Set(input, "value", value);
        Set(input, "autocomplete", Autocomplete);
        Set(input, "inputmode", Inputmode);
        Set(input, "aria-describedby", DescribedBy(id, isWrong));
        Set(input, "aria-invalid", isWrong ? "true" : null);
        return input;
    }

    /// <summary>A password can be shown: the button appears with scripts only.</summary>
    private TagBuilder Wrapped(TagBuilder input)
    {
        if (Type != "password")
        {
            return input;
        }

        input.AddCssClass("govuk-password-input__input govuk-js-password-input-input");
        var toggle = new TagBuilder("button");
        toggle.AddCssClass("btn quiet govuk-password-input__toggle govuk-js-password-input-toggle");
        toggle.Attributes["type"] = "button";
        toggle.Attributes["hidden"] = "hidden";
        toggle.Attributes["aria-controls"] = input.Attributes["id"];
        toggle.InnerHtml.AppendHtml((IHtmlContent)texts["form.show-password"]);
        var wrapper = new TagBuilder("div");
        wrapper.AddCssClass("govuk-input__wrapper govuk-password-input__wrapper");
        wrapper.Attributes["data-module"] = "govuk-password-input";
        wrapper.InnerHtml.AppendHtml(input).AppendHtml(toggle);
        return wrapper;
    }

    private string? DescribedBy(string id, bool isWrong)
    {
        string?[] parts = [Hint is null ? null : id + "-hint", isWrong ? id + "-error" : null];
        var all = string.Join(' ', parts.OfType<string>());
        return all.Length == 0 ? null : all;
    }

    private static void Set(TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
        {
            tag.Attributes[attribute] = value;
        }
    }
}
