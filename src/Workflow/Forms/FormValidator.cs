using Approvals.Kernel.Calendar;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Forms.Validation;

namespace Approvals.Workflow.Forms;

/// <summary>What an answer is judged against beside its form.</summary>
public sealed record FormValidationOptions
{
    /// <summary>The moment, the calendar and the limits of conditions.</summary>
    public required FeelEnvironment Environment { get; init; }

    /// <summary>The checks that schemas may name; the one for telephone numbers is built in.</summary>
    public IReadOnlyCollection<IFieldCheck> Checks { get; init; } = [];

    /// <summary>What is known already: answers of other pages, variables of the process, values of read-only fields.</summary>
    public FeelContext Variables { get; init; } = FeelContext.Empty;

    /// <summary>Judge only the fields of this page; null for all.</summary>
    public string? Step { get; init; }

    /// <summary>For drafts: what is missing is not an error yet, what is wrong is.</summary>
    public bool MayBeIncomplete { get; init; }
}

/// <summary>
/// Judges posted answers against a form: pure, so that the same code stands behind pages, the interface for systems and
/// tests. Hidden fields, by their own condition or their group's, have no answer whatever was posted.
/// </summary>
public static class FormValidator
{
    private const int MaxRounds = 16;

    /// <exception cref="ArgumentException">The form names a check that was not given.</exception>
    public static FormOutcome Validate(Form form, FormInput input, FormValidationOptions options)
    {
        var judged = form
            .Fields.Where(f => IsAsked(f, options))
            .ToDictionary(f => f.Key, f => Judge(f, input, options));
        var (answers, hidden) = Settle(
            form,
            options,
            key => judged.TryGetValue(key, out var found) ? found.Value : null
        );

        var shown = form.Flat.Where(i => !hidden.Contains(i) && IsOnPage(i, options)).ToList();
        var errors = shown
            .OfType<FormField>()
            .Where(f => judged.ContainsKey(f.Key))
            .Select(f => judged[f.Key].Error ?? Missing(f, judged[f.Key].Value, options))
            .OfType<FormFieldError>()
            .ToList();
        var keys = shown.Select(KeyOf).OfType<string>();
        return new(answers.Document(keys), errors, Ignored(input, shown.OfType<FormField>(), options));
    }

    /// <summary>What is hidden for the given answers; for showing the form.</summary>
    public static IReadOnlySet<FormItem> Hidden(Form form, FormValidationOptions options) =>
        Settle(form, options with { Step = null }, _ => null).Hidden;

    /// <summary>
    /// Conditions may read what other conditions hide, so the form is gone through until nothing changes; where that
    /// never happens the last round counts, the same for the same answers.
    /// </summary>
    private static (Answers Answers, HashSet<FormItem> Hidden) Settle(
        Form form,
        FormValidationOptions options,
        Func<string, FeelValue?> posted
    )
    {
        var hidden = new HashSet<FormItem>();
        for (var round = 0; ; round++)
        {
            var answers = Collect(form, options, posted, hidden);
            var now = form.Flat.Where(i => i.Hide?.Evaluate(answers, options.Environment).IsTrue == true).ToHashSet();
            now.UnionWith(form.Flat.Where(i => IsInside(i, now)).ToList());
            if (now.SetEquals(hidden) || round == MaxRounds)
            {
                return (answers, hidden);
            }

            hidden = now;
        }
    }

    private static Answers Collect(
        Form form,
        FormValidationOptions options,
        Func<string, FeelValue?> posted,
        HashSet<FormItem> hidden
    )
    {
        var answers = new Answers(options.Variables);
        foreach (var item in form.Flat)
        {
            if (KeyOf(item) is not { } key)
            {
                continue;
            }

            answers.Set(
                key,
                hidden.Contains(item) ? FeelValue.Null
                    : item is FormExpression computed ? computed.Expression.Evaluate(answers, options.Environment)
                    : posted(key) ?? FormDocument.At(options.Variables, key)
            );
        }

        return answers;
    }

    private static bool IsInside(FormItem item, HashSet<FormItem> hidden)
    {
        for (var group = item.Group; group is not null; group = group.Group)
        {
            if (hidden.Contains(group))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOnPage(FormItem item, FormValidationOptions options) =>
        options.Step is null || item.Step == options.Step;

    /// <summary>Whether a browser's word counts for the field.</summary>
    private static bool IsAsked(FormField field, FormValidationOptions options) =>
        IsOnPage(field, options) && !field.ReadOnly && !field.Disabled;

    private static string? KeyOf(FormItem item) =>
        item switch
        {
            FormField { Disabled: false } field => field.Key,
            FormExpression expression => expression.Key,
            _ => null,
        };

    private static Judgement Judge(FormField field, FormInput input, FormValidationOptions options) =>
        field switch
        {
            TextField text => TextJudge.Judge(text, input.ValuesOf(field.Key), options.Checks),
            NumberField number => NumberJudge.Judge(number, input.ValuesOf(field.Key)),
            CheckboxField { Required: true } box when options.MayBeIncomplete => ChoiceJudge.Judge(
                box with
                {
                    Required = false,
                },
                input.ValuesOf(field.Key)
            ),
            CheckboxField box => ChoiceJudge.Judge(box, input.ValuesOf(field.Key)),
            ChoiceField choice => ChoiceJudge.Judge(choice, input.ValuesOf(field.Key)),
            MomentField moment => MomentJudge.Judge(moment, input, CivilTime.DateOf(options.Environment.Now)),
            FileField file => FileJudge.Judge(file, input.FilesOf(field.Key)),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No such field."),
        };

    private static FormFieldError? Missing(FormField field, FeelValue value, FormValidationOptions options) =>
        field.Required && value.IsNull && !options.MayBeIncomplete
            ? Judgement.Wrong(field, FormErrors.Required).Error
            : null;

    private static List<string> Ignored(FormInput input, IEnumerable<FormField> shown, FormValidationOptions options)
    {
        var known = shown
            .Where(f => IsAsked(f, options))
            .SelectMany(f => f is MomentField ? (string[])[f.Key, f.Key + ".date", f.Key + ".time"] : [f.Key])
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. input
                .Values.Keys.Concat(input.Files.Keys)
                .Where(k => !known.Contains(k))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }
}
