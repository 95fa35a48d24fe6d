namespace Approvals.Cases.Commands;

/// <summary>变更办件类型.</summary>
public sealed record ChangeType(
    CaseType To,
    string Reason,
    int PromisedDays,
    IReadOnlyList<AskedDepartment> Departments
) : CaseCommand;
