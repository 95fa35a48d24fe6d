using System.Globalization;
using Approvals.Server.Texts;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Components.Forms;

/// <summary>The words of a form in the reader's language: its own texts, and the sentences of its errors.</summary>
internal sealed class FormWords(ITexts texts)
{
    public Words Of(LocalText text)
    {
        var (plain, language) = text.In(texts.Language);
        return new(plain, language == texts.Language || plain.Length == 0 ? null : language);
    }

    /// <summary>What to do, under the label of the field.</summary>
    public string Sentence(FormField field, FormFieldError error)
    {
        if (error.Code == FormErrors.Pattern && field is TextField { PatternMessage.IsEmpty: false } text)
        {
            return Of(text.PatternMessage).Plain;
        }

        var arguments = error
            .Arguments.Select(a =>
                (a.Key, (object?)(a.Key is "max" && error.Code == FormErrors.FileSize ? SizeOf(a.Value) : a.Value))
            )
            .ToArray();
        return texts[Id(field, error), arguments].Plain;
    }

    /// <summary>The same with the label in front, for the summary above the form.</summary>
    public string Summary(FormField field, FormFieldError error) =>
        texts["form.summary", ("label", Of(field.Label).Plain), ("words", Sentence(field, error))].Plain;

    public string FileLimits(FileField field)
    {
        var formats = string.Join(
            texts["form.list-comma"].Plain,
            field
                .Extensions.Select(e => e[1..].ToUpperInvariant())
                .Where(e => e != "JPEG" || !field.Extensions.Contains(".jpg"))
        );
        return texts["form.file-limits", ("formats", formats), ("size", Size(field.MaxBytes))].Plain;
    }

    /// <summary>Bytes as people say them: 840 KB, 2.1 MB.</summary>
    public static string Size(long bytes) =>
        bytes < 1024 ? $"{bytes} B"
        : bytes < 1024 * 1024 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} KB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.#} MB");

    private static string SizeOf(string bytes) => Size(long.Parse(bytes, CultureInfo.InvariantCulture));

    /// <summary>What is missing is asked for by the way it is given: written, chosen, uploaded.</summary>
    private static string Id(FormField field, FormFieldError error) =>
        (error.Code, field) switch
        {
            (FormErrors.Required, ChoiceField or MomentField) => "form.required.choose",
            (FormErrors.Required, FileField) => "form.required.upload",
            _ => error.Code,
        };
}
