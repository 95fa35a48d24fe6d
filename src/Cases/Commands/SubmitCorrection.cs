namespace Approvals.Cases.Commands;

/// <summary>提交补正, all points at once.</summary>
public sealed record SubmitCorrection(
    IReadOnlyList<MaterialDocument> Documents,
    DocumentRef? Form = null,
    DocumentRef? Explanation = null
) : CaseCommand;
