using System.CommandLine;
using Approvals.Kernel.Clock;
using Approvals.Kernel.Folders;
using Approvals.Server.Demo;
using Approvals.Server.Pipeline;
using Approvals.Server.Storage;
using Approvals.Server.Workers;

namespace Approvals.Server.Cli;

/// <summary><c>approvals serve</c>: the web server over one data folder.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://localhost:5080";

    public static Command Create()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Addresses to listen on, separated by semicolons.",
            DefaultValueFactory = _ => DefaultUrl,
        };
        var data = CommandLine.DataOption();
        var demo = new Option<bool>("--demo") { Description = "Fill an empty folder with the demonstration city." };
        var clock = new Option<string>("--clock")
        {
            Description = "'system', or 'manual': stands until 'approvals clock advance' moves it (loopback only).",
            DefaultValueFactory = _ => "system",
        };
        clock.AcceptOnlyFromAmong("system", "manual");
        var command = new Command("serve", "Run the web server.") { urls, data, demo, clock };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed.GetRequiredValue(urls).Split(';', StringSplitOptions.RemoveEmptyEntries),
                    new DataFolder(parsed.GetRequiredValue(data).FullName),
                    parsed.GetValue(demo),
                    parsed.GetRequiredValue(clock) == "manual",
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string[] urls,
        DataFolder folder,
        bool demo,
        bool manual,
        CancellationToken cancellation
    )
    {
        if (manual && !urls.All(IsLoopback))
        {
            return await CommandLine.FailAsync("A manual clock is for tests and training: listen on localhost only.");
        }

        folder.Create();
        TimeProvider clock = manual ? ManualClock.Open(folder, TimeProvider.System.GetUtcNow()) : TimeProvider.System;
        await using var platform = Platform.TryOpen(folder, clock);
        if (platform is null)
        {
            return await CommandLine.FailAsync(
                $"Another process is writing to {folder.Path}. Stop it, or choose another folder with --data."
            );
        }

        var options = new ServerOptions(folder.Path, urls, demo, manual) { Clock = clock };
        await using var app = ServerHost.Build(
            options,
            services =>
            {
                services.AddStorageRoom(platform);
                services.AddWorkersRoom(platform, options);
                services.AddDemoRoom(options);
            }
        );
        app.MapControl(platform);
        await ServerStart.PrepareAsync(app, demo);
        await app.RunAsync(cancellation);
        return 0;
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback;
}
