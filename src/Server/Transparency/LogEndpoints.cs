using Approvals.Credentials.Transparency;

namespace Approvals.Server.Transparency;

/// <summary>
/// The published log (C2SP tlog-tiles): <c>/log/checkpoint</c>, <c>/log/key</c>, <c>/log/timestamp/{size}</c>, <c>/log/tile/…</c>, and
/// <c>/log/proof/{index}</c> as JSON. Public; it holds salted hashes and nothing else. Entries are not published.
/// </summary>
public static class LogEndpoints
{
    private const string Immutable = "public, max-age=31536000, immutable";

    public static void MapLog(this WebApplication app)
    {
        app.MapGet("/log/checkpoint", (TransparencyLog log) => Text(log.Folder.ReadCheckpoint()));
        app.MapGet("/log/key", async (TransparencyLog log) => Text(await log.Folder.KeyAsync()));
        app.MapGet(
            "/log/timestamp/{size:long}",
            (long size, TransparencyLog log) =>
                log.Folder.ReadTimestamp(size) is { } token
                    ? Results.Bytes(token, "application/octet-stream")
                    : Results.NotFound()
        );
        app.MapGet(
            "/log/tile/{**path}",
            (string path, TransparencyLog log, HttpContext context) =>
            {
                if (
                    TileAddress.Parse("tile/" + path) is not { Level: >= 0 } address
                    || log.Folder.ReadTile(address) is not { } hashes
                )
                {
                    return Results.NotFound();
                }

                context.Response.Headers.CacheControl = Immutable;
                return Results.Bytes(hashes, "application/octet-stream");
            }
        );
        app.MapGet(
            "/log/proof/{index:long}",
            (long index, TransparencyLog log) =>
                log.Prove(index) is { } found
                    ? Results.Json(
                        new
                        {
                            index,
                            size = found.Checkpoint.Size,
                            leaf = Convert.ToBase64String(found.Leaf),
                            path = found.Proof.Path.Select(Convert.ToBase64String),
                            checkpoint = found.Note,
                        }
                    )
                    : Results.NotFound()
        );
    }

    private static IResult Text(string? text) => text is null ? Results.NotFound() : Results.Text(text);
}
