using System.Globalization;
using Approvals.Server.Components.KeyValues;
using Approvals.Server.Texts;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Components.CaseAnswers;

/// <summary>The answers of an application with the labels of its form, in the order of the form; what was not answered is left out.</summary>
public static class AnswerRows
{
    public static KeyValuesView Of(ITexts texts, Form form, FeelContext answers) =>
        KeyValuesView.Of(
            texts.DataLanguage,
            form.Fields.Where(field => field is not FileField)
                .Select(field => (field.Label.In(texts.Language).Text, Words(texts, field, answers)))
                .Where(row => row.Item2.Length > 0)
        );

    /// <summary>One answer in words; empty when there is none.</summary>
    public static string Words(ITexts texts, FormField field, FeelContext answers)
    {
        var value = FormDocument.At(answers, field.Key);
        var words = field switch
        {
            ChoiceField choice => Chosen(texts, choice, value),
            _ => Plain(texts, value),
        };
        return words.Length == 0 ? "" : field.Prefix.In(texts.Language).Text + words + Suffix(texts, field);
    }

    private static string Suffix(ITexts texts, FormField field) =>
        field.Suffix.IsEmpty ? "" : " " + field.Suffix.In(texts.Language).Text;

    private static string Chosen(ITexts texts, ChoiceField field, FeelValue value)
    {
        var values = value.Kind == FeelKind.List ? [.. value.AsList()] : new List<FeelValue> { value };
        return string.Join(
            texts["work.list-separator"].Plain,
            values.Select(each =>
                field.Options.FirstOrDefault(option => option.Value.Equals(each)) is { } option
                    ? option.Label.In(texts.Language).Text
                    : Plain(texts, each)
            )
        );
    }

    private static string Plain(ITexts texts, FeelValue value) =>
        value.Kind switch
        {
            FeelKind.Null => "",
            FeelKind.Boolean => texts[value.AsBoolean() ? "work.yes" : "work.no"].Plain,
            FeelKind.String => value.AsString(),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
