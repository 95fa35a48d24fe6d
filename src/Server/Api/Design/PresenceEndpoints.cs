using Approvals.Server.Reads.Design;

namespace Approvals.Server.Api.Design;

/// <summary>
/// <c>POST /documents/{id}/presence</c>, every 20 seconds while the document is open, says who else has it open; <c>DELETE</c> when it is
/// closed.
/// </summary>
public sealed class PresenceEndpoints(DesignRequest request, Presence presence, DocumentQuery documents)
{
    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapPost("/documents/{id:long}/presence", (long id, HttpContext context) => Of(context).NoteAsync(id))
            .WithMetadata(new DesignEndpoints.ReadsOnly());
        group
            .MapDelete("/documents/{id:long}/presence", (long id, HttpContext context) => Of(context).LeaveAsync(id))
            .WithMetadata(new DesignEndpoints.ReadsOnly());
    }

    private static PresenceEndpoints Of(HttpContext context) =>
        context.RequestServices.GetRequiredService<PresenceEndpoints>();

    public async Task<IResult> NoteAsync(long id)
    {
        if (documents.Find(id) is null)
        {
            return request.NotFound();
        }

        // Who only looks doesn't hold anybody up.
        var person = await request.PersonAsync();
        var others = presence.Note(id, person.Id, person.Name);
        if (!await request.MayChangeAsync())
        {
            presence.Leave(id, person.Id);
        }

        return Results.Json(new { others });
    }

    public async Task<IResult> LeaveAsync(long id)
    {
        presence.Leave(id, (await request.PersonAsync()).Id);
        return Results.NoContent();
    }
}
