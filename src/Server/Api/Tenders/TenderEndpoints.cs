using Approvals.Server.Holding;
using Approvals.Server.Identity;
using Approvals.Server.Storage;

namespace Approvals.Server.Api.Tenders;

/// <summary>
/// What programs of bidders, holders and the public exchange with a tender over HTTP: the doors of the <see cref="TenderDesk"/>. Nobody signs in;
/// somebody of a holder's body who is signed in may enrol without the code.
/// </summary>
public static class TenderEndpoints
{
    private const string Octets = "application/octet-stream";

    public static void MapTenders(this WebApplication app)
    {
        var group = app.MapGroup("/tenders/{number}").DisableAntiforgery();
        foreach (var what in TenderDesk.Readable)
        {
            group.MapGet(
                "/" + what,
                (string number, int? from, HttpContext context) => Get(context, number, what, from)
            );
        }

        foreach (var (what, most) in TenderDesk.Writable)
        {
            Func<string, HttpContext, Task<IResult>> post = (number, context) => PostAsync(context, number, what, most);
            group.MapPost("/" + what, post);
        }
    }

    private static IResult Get(HttpContext context, string number, string what, int? from)
    {
        var bytes = Desk(context).Get(number, what, from ?? 0, Now(context));
        return bytes is null ? Results.NotFound()
            : what == "standing" ? Results.Bytes(bytes, "text/plain")
            : Results.Bytes(bytes, Octets);
    }

    private static async Task<IResult> PostAsync(HttpContext context, string number, string what, int most)
    {
        if (await ReadAsync(context, most) is not { } body)
        {
            return Results.BadRequest();
        }

        var caller = new TenderCaller(
            context.Request.Headers["X-Holder-Code"].ToString(),
            await context.RequestServices.GetRequiredService<CurrentActor>().ActorAsync()
        );
        var answer = await Desk(context).PostAsync(number, what, body, caller, null, context.RequestAborted);
        return (int)answer.Status switch
        {
            StatusCodes.Status200OK => Results.Bytes(answer.Body, Octets),
            StatusCodes.Status409Conflict or StatusCodes.Status403Forbidden => Results.Text(
                System.Text.Encoding.UTF8.GetString(answer.Body),
                statusCode: (int)answer.Status
            ),
            var status => Results.StatusCode(status),
        };
    }

    private static async Task<byte[]?> ReadAsync(HttpContext context, int most)
    {
        if (context.Request.ContentLength > most)
        {
            return null;
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > most)
            {
                return null;
            }
        }

        return buffer.ToArray();
    }

    private static DateTimeOffset Now(HttpContext context) =>
        context.RequestServices.GetRequiredService<Platform>().Clock.GetUtcNow();

    private static TenderDesk Desk(HttpContext context) => context.RequestServices.GetRequiredService<TenderDesk>();
}
