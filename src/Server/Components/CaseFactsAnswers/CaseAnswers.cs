using System.Text.Json;
using Approvals.Server.Components.Forms;
using Approvals.Server.Texts;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Components.CaseFactsAnswers;

/// <summary>The answers of a form that was sent, to be read: labels and values in the order of the form, nothing that was hidden.</summary>
public sealed record CaseAnswersView(IReadOnlyList<CaseAnswer> Rows)
{
    /// <param name="document">The document that the form became, JSON.</param>
    /// <exception cref="JsonException">The document is no JSON object.</exception>
    public static CaseAnswersView Of(ITexts texts, Form form, ReadOnlySpan<byte> document)
    {
        var answers = FeelJson.Parse(document).AsContext();
        var words = new FormWords(texts);
        return new CaseAnswersView([
            .. form
                .Fields.Where(field => field is not FileField)
                .Select(field => (Field: field, Value: FormDocument.At(answers, field.Key)))
                .Where(answer => !answer.Value.IsNull)
                .Select(answer => new CaseAnswer(
                    words.Of(answer.Field.Label),
                    Value(texts, words, answer.Field, answer.Value)
                )),
        ]);
    }

    private static string Value(ITexts texts, FormWords words, FormField field, FeelValue value)
    {
        if (field is ChoiceField choice)
        {
            var chosen = value.Kind == FeelKind.List ? value.AsList() : [value];
            var labels = choice.Options.Where(option => chosen.Contains(option.Value));
            return string.Join(
                texts["case.list-separator"].Plain,
                labels.Select(option => words.Of(option.Label).Plain)
            );
        }

        var text = value.Kind switch
        {
            FeelKind.String => value.AsString(),
            FeelKind.Boolean => texts[value.IsTrue ? "answers.yes" : "answers.no"].Plain,
            _ => value.ToString() ?? "",
        };
        return $"{words.Of(field.Prefix).Plain} {text} {words.Of(field.Suffix).Plain}".Trim();
    }
}

/// <summary>One label with its value.</summary>
public sealed record CaseAnswer(Words Label, string Value);
