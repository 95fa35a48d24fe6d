using Approvals.Cases.Catalogue;
using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Server.Pages.Me.Apply;
using Approvals.Server.Reads.Cases;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Pages.Me.Correct;

/// <summary>
/// One correction on its way: what the notice lists, what has been typed and uploaded for it so far, and the answers of the
/// application that it changes.
/// </summary>
public sealed class Correction(
    CorrectionFacts facts,
    Item item,
    Form form,
    FeelContext before,
    Draft? draft,
    DateTimeOffset now,
    WorkingCalendar calendar
)
{
    public CorrectionFacts Facts => facts;

    /// <summary>Where to ask.</summary>
    public Contact Contact => item.Contact;

    public Form Form => form;

    /// <summary>The answers of the application as they were sent last.</summary>
    public FeelContext Before => before;

    public Draft? Draft => draft;

    public FormInput Typed { get; } = DraftInput.Of(draft);

    public IEnumerable<FormField> Asked => form.Fields.Where(each => each is { ReadOnly: false, Disabled: false });

    public IReadOnlyDictionary<string, FileField> Files { get; } =
        form.Fields.OfType<FileField>().ToDictionary(each => each.Key, StringComparer.Ordinal);

    public FormValidationOptions Options { get; } =
        new()
        {
            Environment = new FeelEnvironment { Now = now, Calendar = calendar },
            Checks = NationalCodeChecks.All,
            Variables = before,
        };

    public FormOutcome Judge() => FormValidator.Validate(form, Typed, Options);
}
