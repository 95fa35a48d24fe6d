namespace Approvals.Kernel.Organisations;

/// <summary>The role part of a group <c>role@unit</c>.</summary>
public static class Roles
{
    /// <summary>窗口人员.</summary>
    public const string Clerk = "clerk";

    /// <summary>审查人员.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>现场核查人员.</summary>
    public const string Inspector = "inspector";

    /// <summary>审批人员, as a rule the department's first representative (首席代表).</summary>
    public const string Approver = "approver";

    /// <summary>监察人员: opens everything, changes nothing.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>流程设计人员.</summary>
    public const string Designer = "designer";
}
