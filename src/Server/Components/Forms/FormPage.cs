using Approvals.Workflow.Forms;

namespace Approvals.Server.Components.Forms;

/// <summary>What one page of a form is shown with.</summary>
public sealed record FormPage(Form Form, FormValidationOptions Options)
{
    /// <summary>What was posted and is shown again with its errors; null when the page is opened.</summary>
    public FormInput? Posted { get; init; }

    public FormOutcome? Outcome { get; init; }

    /// <summary>Where a stored file can be looked at, by its hash.</summary>
    public Func<string, string?> FileAddress { get; init; } = _ => null;

    /// <summary>What is known of the form's answers: those of this post over those before.</summary>
    internal FormValidationOptions Known =>
        Outcome is null
            ? Options
            : Options with
            {
                Variables = FormDocument.Merge(Options.Variables, Outcome.Document),
            };
}
