using Approvals.Server.Components.ErrorSummary;
using Approvals.Server.Components.Forms;
using Approvals.Server.Texts;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>All answers of an application to be read once more before it is sent, page by page.</summary>
public sealed record AnswerSheet(IReadOnlyList<AnswerPage> Pages)
{
    public bool IsComplete => Pages.All(page => page.Rows.All(row => row.Problem is null));

    /// <summary>What is still to be done, each linked to its field on its page.</summary>
    public IEnumerable<(string Href, string Words)> Problems(ITexts texts) =>
        from page in Pages
        from row in page.Rows
        where row.Problem is not null
        select (
            $"{page.Href}#{row.FieldId}",
            texts["form.summary", ("label", row.Label.Plain), ("words", row.Problem)].Plain
        );

    public static AnswerSheet Of(ApplyJourney journey, ITexts texts)
    {
        var outcome = journey.Judge();
        var hidden = journey.HiddenKeys();
        var words = new FormWords(texts);
        var errors = outcome.Errors.ToDictionary(error => error.Field, StringComparer.Ordinal);
        return new AnswerSheet([
            .. journey.Steps.Select(step => new AnswerPage(
                words.Of(step.Title),
                ApplyLinks.Step(journey.Code, step.Number),
                [.. step.Asked.Where(field => !hidden.Contains(field.Key)).Select(Row)]
            )),
        ]);

        AnswerRow Row(FormField field) =>
            new(
                words.Of(field.Label),
                FieldError.IdOf(field.Key),
                Values(field, journey, outcome, words, texts),
                errors.TryGetValue(field.Key, out var error) ? words.Sentence(field, error) : null
            );
    }

    private static IReadOnlyList<AnswerValue> Values(
        FormField field,
        ApplyJourney journey,
        FormOutcome outcome,
        FormWords words,
        ITexts texts
    )
    {
        if (field is FileField)
        {
            var files = journey.Draft?.Files.Where(file => file.Field == field.Key) ?? [];
            return
            [
                .. files.Select(file => new AnswerValue(
                    new Words(file.Name, null),
                    FormWords.Size(file.Length),
                    ApplyLinks.File(journey.Code, Convert.ToHexStringLower(file.Sha256))
                )),
            ];
        }

        var typed = journey.Typed.ValuesOf(field.Key).Where(text => text.Length > 0);
        return field switch
        {
            ChoiceField choice =>
            [
                .. choice
                    .Options.Where(option => typed.Contains(option.Token, StringComparer.Ordinal))
                    .Select(option => new AnswerValue(words.Of(option.Label))),
            ],
            CheckboxField => FormDocument.At(outcome.Document, field.Key).IsTrue
                ? [new AnswerValue(new Words(texts["apply.agreed"].Plain, null))]
                : [],
            _ =>
            [
                .. typed.Select(text => new AnswerValue(
                    new Words(
                        string.Join(' ', [words.Of(field.Prefix).Plain, text, words.Of(field.Suffix).Plain]).Trim(),
                        null
                    )
                )),
            ],
        };
    }
}

public sealed record AnswerPage(Words Title, string Href, IReadOnlyList<AnswerRow> Rows);

/// <param name="Problem">What is missing or wrong, in words.</param>
public sealed record AnswerRow(Words Label, string FieldId, IReadOnlyList<AnswerValue> Values, string? Problem);

public sealed record AnswerValue(Words Text, string? Detail = null, string? Href = null);
