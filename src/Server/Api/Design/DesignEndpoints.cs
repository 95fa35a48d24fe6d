using Approvals.Server.Identity;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Antiforgery;

namespace Approvals.Server.Api.Design;

/// <summary>
/// The endpoints of the designer in the browser, under <c>/design/api</c>: JSON both ways, keys as texts. Designers change, supervisors
/// look on, everybody else is refused; whatever changes something carries the form token in the header
/// <c>RequestVerificationToken</c>. A refusal is <c>{"sentence"}</c> in the reader's language.
/// </summary>
public static class DesignEndpoints
{
    public const string Path = "/design/api";

    /// <summary>Posts that only look: a supervisor may send them.</summary>
    public sealed record ReadsOnly;

    public static void MapDesign(this WebApplication app)
    {
        var group = app.MapGroup(Path).AddEndpointFilter(GuardAsync);
        DocumentEndpoints.Map(group);
        ScenarioEndpoints.Map(group);
        PresenceEndpoints.Map(group);
        CheckEndpoints.Map(group);
        ScenarioRunEndpoints.Map(group);
        DecisionEndpoints.Map(group);
        FormEndpoints.Map(group);
    }

    private static async ValueTask<object?> GuardAsync(
        EndpointFilterInvocationContext invocation,
        EndpointFilterDelegate next
    )
    {
        var context = invocation.HttpContext;
        var services = context.RequestServices;
        var texts = services.GetRequiredService<ITexts>();
        if (await services.GetRequiredService<CurrentActor>().PersonAsync() is not { } person)
        {
            return Refuse(texts, StatusCodes.Status401Unauthorized, "design.signed-out");
        }

        if (!person.HasAnyRole(Roles.Operators))
        {
            return Refuse(texts, StatusCodes.Status403Forbidden, "design.not-yours");
        }

        if (HttpMethods.IsGet(context.Request.Method))
        {
            return await next(invocation);
        }

        var looks = context.GetEndpoint()?.Metadata.GetMetadata<ReadsOnly>() is not null;
        if (!looks && !person.HasAnyRole([Roles.Designer]))
        {
            return Refuse(texts, StatusCodes.Status403Forbidden, "design.looks-only");
        }

        return await services.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
            ? await next(invocation)
            : Refuse(texts, StatusCodes.Status400BadRequest, "design.token");
    }

    private static IResult Refuse(ITexts texts, int status, string text) =>
        Results.Json(new Refusal(texts[text].Plain), statusCode: status);
}

/// <summary>Why nothing happened, for people.</summary>
public sealed record Refusal(string Sentence);
