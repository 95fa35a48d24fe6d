namespace Approvals.Cases.Events;

/// <summary>补正提交: documents replace those of the same material; a new form replaces the old one.</summary>
public sealed record CorrectionSubmitted(
    DateTimeOffset At,
    string By,
    IReadOnlyList<MaterialDocument> Documents,
    DocumentRef? Form = null,
    DocumentRef? Explanation = null
) : CaseEvent(At);
