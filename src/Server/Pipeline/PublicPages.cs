using Approvals.Server.Identity;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Approvals.Server.Pipeline;

/// <summary>
/// Public pages are the same for everybody who is not signed in: their bytes are kept for some seconds, by address and
/// language. A page takes part by <c>[OutputCache(PolicyName = PublicPages.Policy)]</c>; it must hold no form token.
/// </summary>
public sealed class PublicPages(TimeSpan kept) : IOutputCachePolicy
{
    public const string Policy = "public";

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var isShared =
            kept > TimeSpan.Zero
            && HttpMethods.IsGet(request.Method)
            && !request.Cookies.ContainsKey(IdentityRoom.SessionCookie);
        context.EnableOutputCaching = isShared;
        context.AllowCacheLookup = isShared;
        context.AllowCacheStorage = isShared;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = kept;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.VaryByValues["lang"] = LanguageChoice.Of(context.HttpContext);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) =>
        ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (!StringValues.IsNullOrEmpty(response.Headers.SetCookie) || response.StatusCode != StatusCodes.Status200OK)
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }
}
