using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Forms;

/// <summary>
/// The answers of a form after judgement. The document holds exactly the declared and visible fields of the judged
/// steps, in document order, typed; what was left empty is null, what is wrong is null and has an error.
/// </summary>
/// <param name="Errors">In document order, at most one for each field.</param>
/// <param name="Ignored">Posted names that no visible, writable field has: forged, or left over from a changed form.</param>
public sealed record FormOutcome(
    FeelContext Document,
    IReadOnlyList<FormFieldError> Errors,
    IReadOnlyList<string> Ignored
)
{
    public bool IsValid => Errors.Count == 0;
}

/// <summary>
/// Why an answer can't be taken. <paramref name="Code"/> is one of <see cref="FormErrors"/>; the server's table turns it
/// into a sentence in the reader's language, with the field's label.
/// </summary>
/// <param name="Field">The key of the field.</param>
public sealed record FormFieldError(string Field, string Code, IReadOnlyDictionary<string, string> Arguments);
