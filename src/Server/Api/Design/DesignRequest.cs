using System.Globalization;
using System.Text.Json;
using Approvals.Kernel;
using Approvals.Server.Identity;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Design;
using Approvals.Server.Storage;
using Approvals.Server.Texts;

namespace Approvals.Server.Api.Design;

/// <summary>What the endpoints of the designer answer with: the commands and texts of the request, and refusals as JSON.</summary>
public sealed class DesignRequest(
    PageCommands commands,
    CurrentActor current,
    ITexts texts,
    DesignerNames names,
    IHttpContextAccessor accessor
)
{
    public PageCommands Commands { get; } = commands;

    public Platform Platform => Commands.Platform;

    public DesignerNames Names { get; } = names;

    public static string Text(long key) => key.ToString(CultureInfo.InvariantCulture);

    public async Task<bool> MayChangeAsync() => (await current.PersonAsync())?.HasAnyRole([Roles.Designer]) == true;

    public async Task<Person> PersonAsync() => (await current.PersonAsync())!;

    /// <summary>The body as JSON; null when it is none or larger than the server takes.</summary>
    public async Task<T?> ReadAsync<T>()
        where T : class
    {
        var context = accessor.HttpContext!;
        try
        {
            return await context.Request.ReadFromJsonAsync<T>(context.RequestAborted);
        }
        catch (Exception failure)
            when (failure is JsonException or BadHttpRequestException or InvalidOperationException)
        {
            return null;
        }
    }

    public string Sentence(Rejection rejection) => texts.Of(rejection).Plain;

    public IResult NotFound() => Refuse(Rejection.Of("library.no-document"), StatusCodes.Status404NotFound);

    public IResult BadBody() => Refuse(Rejection.Of("library.body"));

    /// <summary>What is not there is 404, everything else 400.</summary>
    public IResult Refuse(Rejection rejection) =>
        Refuse(
            rejection,
            rejection.Code == "library.no-document" ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest
        );

    public IResult Refuse(Rejection rejection, int status) =>
        Results.Json(new Refusal(Sentence(rejection)), statusCode: status);
}
