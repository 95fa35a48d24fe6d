using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.RateLimiting;

namespace Approvals.Server.Identity;

/// <summary>
/// Slows guessing across many accounts, which the lock of a single account does not: what one address may send to the
/// account pages in a minute. Looking at them is free.
/// </summary>
public static class AccountLimit
{
    public const int PerMinute = 60;
    private const string Policy = "account";

    public static void Apply(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, Partition);
    }

    public static void Apply(PageConventionCollection conventions) =>
        conventions.AddFolderApplicationModelConvention(
            "/Account",
            page => page.EndpointMetadata.Add(new EnableRateLimitingAttribute(Policy))
        );

    private static RateLimitPartition<string> Partition(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress?.ToString() ?? string.Empty;
        return HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                "from " + address,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) }
            )
            : RateLimitPartition.GetNoLimiter("looking");
    }
}
