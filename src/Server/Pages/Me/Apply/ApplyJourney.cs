using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>
/// One application on its way: the item and its form, what the person has typed so far, and what the platform knows of the
/// person already and offers on pages not seen yet.
/// </summary>
public sealed class ApplyJourney(
    ApplyItem item,
    PersonDetails person,
    Draft? draft,
    DateTimeOffset now,
    WorkingCalendar calendar
)
{
    private FeelContext? document;

    public ApplyItem Item => item;

    public string Code => item.Code;

    public Draft? Draft => draft;

    /// <summary>A page was sent after the sign-in had run out and waits to be laid over the draft.</summary>
    public bool HasParked { get; init; }

    public IReadOnlyList<ApplyStep> Steps => item.Steps;

    /// <summary>What was typed and uploaded, and nothing else: this is judged and submitted.</summary>
    public FormInput Typed { get; } = DraftInput.Of(draft);

    /// <summary>What is known of the answers, typed, with what the person's data offers for pages not seen yet.</summary>
    public FeelContext Document => document ??= Read();

    public bool IsVisited(ApplyStep step) =>
        step.Fields.Any(field => Typed.Values.ContainsKey(field.Key) || Typed.Files.ContainsKey(field.Key));

    public FormValidationOptions Options(ApplyStep? step = null) => OptionsWith(Document, step?.Name);

    /// <summary>All pages as they will be judged when the application is sent.</summary>
    public FormOutcome Judge() => FormValidator.Validate(item.Form, Typed, OptionsWith(FeelContext.Empty, step: null));

    public FormOutcome Judge(ApplyStep step) => FormValidator.Validate(item.Form, Typed, Options(step));

    /// <summary>The keys of fields that the answers so far hide.</summary>
    public IReadOnlySet<string> HiddenKeys() =>
        FormValidator
            .Hidden(item.Form, Options())
            .OfType<FormField>()
            .Select(field => field.Key)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The pages on which something is missing or wrong.</summary>
    public IReadOnlyList<ApplyStep> Open()
    {
        var wrong = Judge().Errors.Select(error => error.Field).ToHashSet(StringComparer.Ordinal);
        return [.. Steps.Where(step => !IsVisited(step) || step.Fields.Any(field => wrong.Contains(field.Key)))];
    }

    private FeelContext Read()
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(Typed.Values, StringComparer.Ordinal);
        foreach (var field in Steps.Where(step => !IsVisited(step)).SelectMany(step => step.Asked))
        {
            if (Prefill.For(field.Key, person) is { } known)
            {
                values[field.Key] = [known];
            }
        }

        var options = OptionsWith(FeelContext.Empty, step: null) with { MayBeIncomplete = true };
        return FormValidator.Validate(item.Form, Typed with { Values = values }, options).Document;
    }

    private FormValidationOptions OptionsWith(FeelContext variables, string? step) =>
        new()
        {
            Environment = new FeelEnvironment { Now = now, Calendar = calendar },
            Checks = NationalCodeChecks.All,
            Variables = variables,
            Step = step,
        };
}
