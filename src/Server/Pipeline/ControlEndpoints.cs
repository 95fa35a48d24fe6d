using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Approvals.Kernel.Clock;
using Approvals.Kernel.Folders;
using Approvals.Server.Storage;

namespace Approvals.Server.Pipeline;

/// <summary>What the command line may ask of the running server; only with the token of the data folder.</summary>
public static class ControlEndpoints
{
    public const string AdvancePath = "/control/clock/advance";

    /// <summary>Maps the clock endpoint when the clock is manual, and leaves the control file once the address is known.</summary>
    public static void MapControl(this WebApplication app, Platform platform)
    {
        if (platform.Clock is not ManualClock clock)
        {
            return;
        }

        ControlFile? control = null;
        app.Lifetime.ApplicationStarted.Register(() =>
            control = ControlFile.Write(new DataFolder(platform.Folder.Path), app.Urls.First())
        );
        app.MapPost(
                AdvancePath,
                async (HttpContext context) =>
                {
                    if (control is null || !IsAuthorized(context, control.Token))
                    {
                        return Results.Unauthorized();
                    }

                    using var reader = new StreamReader(context.Request.Body);
                    var text = await reader.ReadToEndAsync(context.RequestAborted);
                    if (
                        !double.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
                        || seconds is < 0 or > 3_200_000_000
                    )
                    {
                        return Results.BadRequest();
                    }

                    var now = clock.Advance(TimeSpan.FromSeconds(seconds));
                    platform.Signal();
                    return Results.Text(now.ToOffset(Kernel.Calendar.CivilTime.Offset).ToString("O"));
                }
            )
            .DisableAntiforgery();
    }

    private static bool IsAuthorized(HttpContext context, string token) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString()),
            Encoding.UTF8.GetBytes("Bearer " + token)
        );
}
