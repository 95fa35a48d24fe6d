using Microsoft.AspNetCore.Authorization;

namespace Approvals.Server.Identity;

/// <summary>The person holds one of the roles, at whatever unit.</summary>
public sealed record RoleRequirement(IReadOnlyList<string> Roles) : IAuthorizationRequirement;

public sealed class RoleHandler(CurrentActor current) : AuthorizationHandler<RoleRequirement>
{
    protected override async Task HandleRequirementAsync(
        AuthorizationHandlerContext context,
        RoleRequirement requirement
    )
    {
        if (await current.PersonAsync() is { } person && person.HasAnyRole(requirement.Roles))
        {
            context.Succeed(requirement);
        }
    }
}
