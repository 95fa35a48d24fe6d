using System.CommandLine;
using Approvals.Kernel.Clock;
using Approvals.Kernel.Folders;
using Approvals.Server.Demo;
using Approvals.Server.Operations;
using Approvals.Server.Pipeline;
using Approvals.Server.Storage;
using Approvals.Server.Transparency;
using Approvals.Server.Workers;

namespace Approvals.Server.Cli;

/// <summary><c>approvals serve</c>: the web server over one data folder.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://localhost:5080";
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    public static Command Create()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Addresses to listen on, separated by semicolons.",
            HelpName = "URLS",
            DefaultValueFactory = _ => DefaultUrl,
        };
        var data = CommandLine.DataOption();
        var demo = new Option<bool>("--demo") { Description = "Fill an empty folder with the demonstration city." };
        var clock = new Option<string>("--clock")
        {
            Description = "`system`, or `manual`: stands until `approvals clock advance` moves it (loopback only).",
            HelpName = "CLOCK",
            DefaultValueFactory = _ => "system",
        };
        clock.AcceptOnlyFromAmong("system", "manual");
        var origin = new Option<string?>("--public-url")
        {
            Description =
                "Where the public reaches the server, for QR codes and certificates; the first of --urls by default.",
            HelpName = "URL",
        };
        var command = new Command("serve", "Run the web server over one data folder, until it is told to stop.")
        {
            urls,
            data,
            demo,
            clock,
            origin,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed.GetRequiredValue(urls).Split(';', StringSplitOptions.RemoveEmptyEntries),
                    new DataFolder(parsed.GetRequiredValue(data).FullName),
                    parsed.GetValue(demo),
                    parsed.GetRequiredValue(clock) == "manual",
                    parsed.GetValue(origin),
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
        string? origin,
        CancellationToken cancellation
    )
    {
        if (
            origin is not null
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var given) && given.Scheme is "http" or "https")
        )
        {
            return await CommandLine.FailAsync(
                $"'{origin}' is no address of a server. Write for example https://hall.example.",
                CommandLine.Usage
            );
        }

        if (urls is [] || !urls.All(IsAddress))
        {
            return await CommandLine.FailAsync(
                $"'{urls.FirstOrDefault(url => !IsAddress(url))}' is no address to listen on. Write for example {DefaultUrl}.",
                CommandLine.Usage
            );
        }

        if (manual && !urls.All(IsLoopback))
        {
            return await CommandLine.FailAsync(
                "A manual clock is for tests and training: listen on localhost only.",
                CommandLine.Usage
            );
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

        var options = new ServerOptions(folder.Path, urls, demo, manual)
        {
            Clock = clock,
            PublicOrigin = origin ?? urls[0],
        };
        await using var app = ServerHost.Build(
            options,
            services =>
            {
                services.AddStorageRoom(platform);
                services.AddWorkersRoom(platform, options);
                services.AddDemoRoom(options);
                services.AddHostedService<StallWatch>();
            },
            // Its words for a start that failed are a stack trace; the sentence below says it once.
            builder => builder.Logging.AddFilter(HostCategory, LogLevel.Critical)
        );
        // Registered first, it is called last: who reads it finds the control file.
        app.Lifetime.ApplicationStarted.Register(() =>
            Console.Out.WriteLine($"Approvals is ready: {string.Join("  ", app.Urls)}")
        );
        app.MapControl(platform);
        app.MapRevocationLists();
        app.MapLog();
        app.MapAuthorityServices();
        await ServerStart.PrepareAsync(app, demo);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException taken)
        {
            // What had started before it is told to stop: thrown away while it runs, it would report a failure of its own.
            await app.StopAsync(CancellationToken.None);
            return await CommandLine.FailAsync($"The server can't listen: {taken.Message}");
        }

        await app.WaitForShutdownAsync(cancellation);
        return CommandLine.Done;
    }

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url)
                is { Scheme: "http" or "https", Port: >= 0 and <= 65535, IsNamedPipe: false };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback;
}
