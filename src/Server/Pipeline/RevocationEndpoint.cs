using Approvals.Server.Adapters;

namespace Approvals.Server.Pipeline;

/// <summary>
/// <c>/crl/{issuer}.crl</c>: the revocation lists that our certificates name (RFC 5280 §4.2.1.13), public and cacheable.
/// </summary>
public static class RevocationEndpoint
{
    public static void MapRevocationLists(this WebApplication app) =>
        app.MapGet(
            "/crl/{issuer}.crl",
            (string issuer, SealCabinet seals, TimeProvider clock, HttpContext context) =>
            {
                if (seals.RevocationList(issuer, clock.GetUtcNow()) is not { } list)
                {
                    return Results.NotFound();
                }

                context.Response.Headers.CacheControl = "public, max-age=3600";
                return Results.Bytes(list, "application/pkix-crl");
            }
        );
}
