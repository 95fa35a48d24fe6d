using Approvals.Server.Adapters;

namespace Approvals.Server.Pipeline;

/// <summary>
/// What our certificates point at beside their lists, public: <c>/ocsp/{issuer}</c> (RFC 6960 appendix A, by POST and by GET) and
/// <c>/tsa</c> (RFC 3161 §3.4). Every answer is a signed one of the protocol, also when it says no.
/// </summary>
public static class AuthorityEndpoints
{
    private const int LargestRequest = 8192;
    private const string OcspRequest = "application/ocsp-request";
    private const string OcspResponse = "application/ocsp-response";
    private const string TimestampQuery = "application/timestamp-query";
    private const string TimestampReply = "application/timestamp-reply";

    public static void MapAuthorityServices(this WebApplication app)
    {
        app.MapPost(
            "/ocsp/{issuer}",
            async (string issuer, HttpRequest request, SealCabinet seals, TimeProvider clock) =>
                await ReadAsync(request, OcspRequest) is { } query
                    ? Status(issuer, query, seals, clock.GetUtcNow())
                    : Results.StatusCode(StatusCodes.Status415UnsupportedMediaType)
        );
        app.MapGet(
            "/ocsp/{issuer}/{**query}",
            (string issuer, string query, SealCabinet seals, TimeProvider clock) =>
            {
                var bytes = new byte[query.Length];
                return Convert.TryFromBase64String(Uri.UnescapeDataString(query), bytes, out var length)
                    ? Status(issuer, bytes.AsMemory(0, length), seals, clock.GetUtcNow())
                    : Results.BadRequest();
            }
        );
        app.MapPost(
            "/tsa",
            async (HttpRequest request, SealCabinet seals, TimeProvider clock) =>
            {
                if (await ReadAsync(request, TimestampQuery) is not { } query)
                {
                    return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
                }

                var now = clock.GetUtcNow();
                return Results.Bytes(seals.Services.Timestamps(now).Respond(query, now), TimestampReply);
            }
        );
    }

    private static IResult Status(string issuer, ReadOnlyMemory<byte> query, SealCabinet seals, DateTimeOffset now) =>
        seals.Services.Responder(issuer, now) is { } responder
            ? Results.Bytes(responder.Respond(query, now), OcspResponse)
            : Results.NotFound();

    /// <returns>The body, cut one octet past the limit so that the protocol refuses it; null when it is of another type.</returns>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, string mediaType)
    {
        if (request.ContentType != mediaType)
        {
            return null;
        }

        var buffer = new byte[LargestRequest + 1];
        var length = await request.Body.ReadAtLeastAsync(
            buffer,
            buffer.Length,
            throwOnEndOfStream: false,
            request.HttpContext.RequestAborted
        );
        return buffer.AsMemory(0, length);
    }
}
