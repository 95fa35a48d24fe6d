namespace Approvals.Cases.Commands;

/// <summary>提交补正, all points at once.</summary>
public sealed record SubmitCorrection(
    DocumentRef? Form,
    DocumentRef? Explanation,
    IReadOnlyList<MaterialDocument> Documents
) : CaseCommand;
