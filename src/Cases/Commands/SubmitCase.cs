namespace Approvals.Cases.Commands;

/// <summary>提交申请: number the case and begin it.</summary>
/// <param name="Renews">Identifier of the licence that is to be renewed or changed.</param>
public sealed record SubmitCase(
    Channel Channel,
    Applicant Applicant,
    DocumentRef Form,
    IReadOnlyList<MaterialDocument> Documents,
    string? Renews = null
) : CaseCommand;
