using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Reads.Design;
using Approvals.Workflow.Library;

namespace Approvals.Server.Api.Design;

/// <summary>
/// <c>GET, PUT /documents/{id}</c> and <c>POST /documents</c>. Saving names the revision that was read: when somebody has saved
/// since, the answer is 409 with theirs, and nothing is overwritten. Autosave is the same call.
/// </summary>
public sealed class DocumentEndpoints(DesignRequest request, DocumentQuery documents)
{
    public sealed record SaveBody(int Revision, string Content, string? Name);

    public sealed record CreateBody(string Kind, string Name, string? Folder, string? Content);

    public sealed record Saved(int Revision, DateTimeOffset ChangedAt, string ChangedBy);

    public sealed record SavedMeanwhile(int Revision, DateTimeOffset ChangedAt, string ChangedBy, string Sentence);

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/documents/{id:long}", (long id, HttpContext context) => Of(context).GetAsync(id));
        group.MapPut("/documents/{id:long}", (long id, HttpContext context) => Of(context).SaveAsync(id));
        // A lambda that gives a task could be taken for a RequestDelegate, whose result is ignored.
        Func<HttpContext, Task<IResult>> create = context => Of(context).CreateAsync();
        group.MapPost("/documents", create);
    }

    private static DocumentEndpoints Of(HttpContext context) =>
        context.RequestServices.GetRequiredService<DocumentEndpoints>();

    public async Task<IResult> GetAsync(long id) =>
        documents.Find(id) is { } found
            ? Results.Json(DocumentAnswer.Of(found, request.Names, await request.MayChangeAsync()))
            : request.NotFound();

    public async Task<IResult> SaveAsync(long id)
    {
        if (await request.ReadAsync<SaveBody>() is not { Content: not null } body)
        {
            return request.BadBody();
        }

        LibraryDocument? saved = null;
        var answer = await request.Commands.SendAsync(scope =>
        {
            (saved, var refusal) = LibraryTurns.Save(scope, id, body.Revision, body.Content);
            refusal ??=
                body.Name is { } name && name != saved!.Name ? LibraryTurns.Place(scope, id, name, saved.Folder) : null;
            return refusal is null ? TurnAnswer.Done() : refusal;
        });
        return answer.Rejection switch
        {
            null => Results.Json(new Saved(saved!.Revision, saved.Changed, request.Names.Of(saved.ChangedBy))),
            { Code: "library.saved-meanwhile" } late => Results.Json(
                new SavedMeanwhile(
                    saved!.Revision,
                    saved.Changed,
                    request.Names.Of(saved.ChangedBy),
                    request.Sentence(late)
                ),
                statusCode: StatusCodes.Status409Conflict
            ),
            { } rejection => request.Refuse(rejection),
        };
    }

    public async Task<IResult> CreateAsync()
    {
        if (
            await request.ReadAsync<CreateBody>() is not { Name: not null } body
            || DocumentKinds.Parse(body.Kind) is not { } kind
            || kind == DocumentKind.Scenario
        )
        {
            return request.BadBody();
        }

        var answer = await request.Commands.SendAsync(scope =>
        {
            var content = body.Content ?? DocumentTemplates.Of(kind, body.Name, scope.NewKey());
            var (key, refusal) = LibraryTurns.Create(scope, kind, body.Name, body.Folder ?? "", content);
            return refusal is null ? TurnAnswer.Done(DesignRequest.Text(key)) : refusal;
        });
        return answer.Rejection is { } rejection
            ? request.Refuse(rejection)
            : Results.Json(new { id = answer.Text }, statusCode: StatusCodes.Status201Created);
    }
}
