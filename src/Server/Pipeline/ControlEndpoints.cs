using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Approvals.Kernel.Clock;
using Approvals.Server.Operations;
using Approvals.Server.Storage;

namespace Approvals.Server.Pipeline;

/// <summary>What the command line may ask of the running server: from this machine only, with the token of the data folder.</summary>
public static class ControlEndpoints
{
    public const string AdvancePath = "/control/clock/advance";
    public const string OperationPath = "/control/operation";

    /// <summary>Maps the endpoints, and leaves the control file for as long as the server listens.</summary>
    public static void MapControl(this WebApplication app, Platform platform)
    {
        ControlFile? control = null;
        app.Lifetime.ApplicationStarted.Register(() =>
            control = ControlFile.Write(platform.Folder, ControlFile.LocalUrl(app.Urls))
        );
        app.Lifetime.ApplicationStopping.Register(() => ControlFile.Remove(platform.Folder));
        var group = app.MapGroup("").DisableAntiforgery();
        group.AddEndpointFilter(
            async (invocation, next) =>
                control is not null && IsAuthorized(invocation.HttpContext, control.Token)
                    ? await next(invocation)
                    : Results.Unauthorized()
        );
        // A lambda that gives a task could be taken for a RequestDelegate, whose result and filters are ignored.
        Func<HttpContext, Task<IResult>> operate = context => OperateAsync(context, platform);
        group.MapPost(OperationPath, operate);
        if (platform.Clock is ManualClock clock)
        {
            Func<HttpContext, Task<IResult>> advance = context => AdvanceAsync(context, platform, clock);
            group.MapPost(AdvancePath, advance);
        }
    }

    private static async Task<IResult> OperateAsync(HttpContext context, Platform platform)
    {
        try
        {
            var operation = await JsonSerializer.DeserializeAsync<Operation>(
                context.Request.Body,
                OperationJson.Options,
                context.RequestAborted
            );
            return operation is null
                ? Results.BadRequest()
                : Results.Json(await operation.RunAsync(platform, Operation.Operator), OperationJson.Options);
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            return Results.BadRequest();
        }
    }

    private static async Task<IResult> AdvanceAsync(HttpContext context, Platform platform, ManualClock clock)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        if (!double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) || seconds is < 0 or > 3_200_000_000)
        {
            return Results.BadRequest();
        }

        var now = clock.Advance(TimeSpan.FromSeconds(seconds));
        platform.Signal();
        return Results.Text(now.ToOffset(Kernel.Calendar.CivilTime.Offset).ToString("O"));
    }

    private static bool IsAuthorized(HttpContext context, string token) =>
        IsFromHere(context.Connection)
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString()),
            Encoding.UTF8.GetBytes("Bearer " + token)
        );

    private static bool IsFromHere(ConnectionInfo connection) =>
        connection.RemoteIpAddress is { } remote
        && (IPAddress.IsLoopback(remote) || remote.Equals(connection.LocalIpAddress));
}
