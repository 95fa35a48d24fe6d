namespace Approvals.Cases.Commands;

/// <summary>提交整改情况, by the applicant.</summary>
public sealed record SubmitRectification(DocumentRef Explanation) : CaseCommand;
