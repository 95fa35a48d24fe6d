namespace Approvals.Cases.Commands;

/// <summary>提交申请: number the case and begin it.</summary>
public sealed record SubmitCase(
    Channel Channel,
    Applicant Applicant,
    DocumentRef Form,
    IReadOnlyList<MaterialDocument> Documents
) : CaseCommand;
