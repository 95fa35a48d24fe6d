using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Library;

namespace Approvals.Server.Api.Design;

/// <summary>
/// <c>POST /documents/{id}/scenarios</c>, <c>PUT, DELETE /documents/{id}/scenarios/{sid}</c>: the scenario files of a process, saved like
/// documents.
/// </summary>
public sealed class ScenarioEndpoints(DesignRequest request, DocumentEndpoints documents)
{
    public sealed record CreateBody(string Name, string Content);

    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/documents/{id:long}/scenarios", (long id, HttpContext context) => Of(context).CreateAsync(id));
        group.MapPut(
            "/documents/{id:long}/scenarios/{sid:long}",
            (long id, long sid, HttpContext context) => Of(context).SaveAsync(id, sid)
        );
        group.MapDelete(
            "/documents/{id:long}/scenarios/{sid:long}",
            (long id, long sid, HttpContext context) => Of(context).DeleteAsync(id, sid)
        );
    }

    private static ScenarioEndpoints Of(HttpContext context) =>
        context.RequestServices.GetRequiredService<ScenarioEndpoints>();

    public async Task<IResult> CreateAsync(long id)
    {
        if (await request.ReadAsync<CreateBody>() is not { Name: not null, Content: not null } body)
        {
            return request.BadBody();
        }

        var answer = await request.Commands.SendAsync(scope =>
        {
            var folder = LibraryReading.Find(scope.Session, id)?.Folder ?? "";
            var (key, refusal) = LibraryTurns.Create(scope, DocumentKind.Scenario, body.Name, folder, body.Content, id);
            return refusal is null ? TurnAnswer.Done(DesignRequest.Text(key)) : refusal;
        });
        return answer.Rejection is { } rejection
            ? request.Refuse(rejection)
            : Results.Json(new { id = answer.Text }, statusCode: StatusCodes.Status201Created);
    }

    public async Task<IResult> SaveAsync(long id, long scenario) =>
        IsOf(id, scenario) ? await documents.SaveAsync(scenario) : request.NotFound();

    public async Task<IResult> DeleteAsync(long id, long scenario)
    {
        if (!IsOf(id, scenario))
        {
            return request.NotFound();
        }

        var answer = await request.Commands.SendAsync(scope =>
            LibraryTurns.Delete(scope, scenario) is { } refusal ? refusal : TurnAnswer.Done()
        );
        return answer.Rejection is { } rejection ? request.Refuse(rejection) : Results.NoContent();
    }

    private bool IsOf(long process, long scenario) =>
        request.Platform.Readers.Read(session => LibraryReading.Find(session, scenario))
            is { Deleted: null, Kind: DocumentKind.Scenario } found
        && found.Parent == process;
}
