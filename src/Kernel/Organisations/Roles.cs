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

    /// <summary>事项管理员 of the centre: catalogue, organisation, people and posts.</summary>
    public const string Administrator = "administrator";

    /// <summary>招标人.</summary>
    public const string Tenderer = "tenderer";

    /// <summary>招标代理机构.</summary>
    public const string Agency = "agency";

    /// <summary>招投标监督人员: reads everything of a tender, changes nothing.</summary>
    public const string BidSupervisor = "bid-supervisor";

    /// <summary>公证员, keeper of the fourth key.</summary>
    public const string Notary = "notary";

    /// <summary>评标专家.</summary>
    public const string Expert = "expert";

    /// <summary>The roles that a post can have, in the order in which they are offered.</summary>
    public static IReadOnlyList<string> Staff { get; } =
    [Clerk, Reviewer, Inspector, Approver, Supervisor, Designer, Administrator];

    /// <summary>Whether the actor holds the role at whatever unit.</summary>
    public static bool Holds(Actor actor, string role)
    {
        foreach (var group in actor.Groups)
        {
            if (
                group.Length > role.Length
                && group[role.Length] == '@'
                && group.StartsWith(role, StringComparison.Ordinal)
            )
            {
                return true;
            }
        }

        return false;
    }
}
