using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Approvals.Server.Identity.Sessions;

/// <summary>Asks with every request whether the session that the cookie names still stands; an ended one is signed out at once.</summary>
public static class SessionGuard
{
    /// <summary>The claim that names the session.</summary>
    public const string Claim = "session";

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var book = context.HttpContext.RequestServices.GetRequiredService<SessionBook>();
        if (
            context.Principal?.FindFirstValue(Claim) is not { } id
            || await book.FindOpenAsync(id) is not { } session
            || context.Principal.FindFirstValue(ClaimTypes.NameIdentifier) != session.AccountId.ToString()
        )
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        context.HttpContext.Features.Set(session);
    }
}
