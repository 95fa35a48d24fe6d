namespace Approvals.Server.Identity;

/// <summary>The roles, the first half of a group <c>role@unit</c>; also the names of the policies that demand them.</summary>
public static class Roles
{
    /// <summary>申请人</summary>
    public const string Applicant = "applicant";

    /// <summary>窗口人员</summary>
    public const string Clerk = "clerk";

    /// <summary>审查人员</summary>
    public const string Reviewer = "reviewer";

    /// <summary>审批人</summary>
    public const string Approver = "approver";

    /// <summary>监察人员</summary>
    public const string Supervisor = "supervisor";

    /// <summary>流程设计人员</summary>
    public const string Designer = "designer";

    /// <summary>事项管理员</summary>
    public const string Administrator = "administrator";

    /// <summary>The policy of the workbench: whoever works on cases.</summary>
    public const string CaseStaffPolicy = "case-staff";

    /// <summary>The policy of the running processes: designers change them, supervisors look on.</summary>
    public const string OperatorPolicy = "operators";

    public static readonly IReadOnlyList<string> Operators = [Designer, Supervisor];

    public static readonly IReadOnlyList<string> CaseStaff = [Clerk, Reviewer, Approver];

    public static readonly IReadOnlyList<string> All =
    [
        Applicant,
        Clerk,
        Reviewer,
        Approver,
        Supervisor,
        Designer,
        Administrator,
    ];
}
