using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Identity;

/// <summary>Who may open which door. A page may demand more; commands are checked again where they are decided.</summary>
public static class AccessRules
{
    public static void Apply(RazorPagesOptions pages)
    {
        AccountLimit.Apply(pages.Conventions);
        pages.Conventions.AuthorizeFolder("/Me");
        pages.Conventions.AuthorizeFolder("/Work", Roles.CaseStaffPolicy);
        pages.Conventions.AuthorizeFolder("/Supervise", Roles.Supervisor);
        pages.Conventions.AuthorizeFolder("/Design", Roles.OperatorPolicy);
        pages.Conventions.AuthorizeFolder("/Operate", Roles.OperatorPolicy);
        pages.Conventions.AuthorizeFolder("/Catalogue", Roles.Administrator);
    }

    public static void Apply(AuthorizationOptions options)
    {
        foreach (var role in Roles.All)
        {
            options.AddPolicy(role, policy => policy.AddRequirements(new RoleRequirement([role])));
        }

        options.AddPolicy(
            Roles.CaseStaffPolicy,
            policy => policy.AddRequirements(new RoleRequirement(Roles.CaseStaff))
        );
        options.AddPolicy(Roles.OperatorPolicy, policy => policy.AddRequirements(new RoleRequirement(Roles.Operators)));
    }
}
