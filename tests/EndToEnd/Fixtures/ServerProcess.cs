using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Approvals.EndToEnd.Tests.Fixtures;

/// <summary>
/// The built server as its own process on a folder of its own, with the demo city and a manual clock; it can be killed and
/// started again on the same folder and address.
/// </summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly string Executable = Path.Combine(AppContext.BaseDirectory, "approvals");
    private static readonly Lazy<Task<string>> SeededCity = new(SeedAsync);
    private readonly int port = FreePort();
    private Process? process;

    private ServerProcess() { }

    public string Folder { get; } = Directory.CreateTempSubdirectory("approvals-e2e-").FullName;

    public string Url => $"http://localhost:{port}";

    public static async Task<ServerProcess> StartAsync()
    {
        var server = new ServerProcess();
        Copy(await SeededCity.Value, server.Folder);
        await server.LaunchAsync();
        return server;
    }

    /// <summary>kill -9, then a new process on the same data.</summary>
    public async Task CrashAndRestartAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        await LaunchAsync();
    }

    /// <summary>Runs a command of the program to its end.</summary>
    public static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var command = Process.Start(
            new ProcessStartInfo(Executable, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = command.StandardOutput.ReadToEndAsync();
        var errors = command.StandardError.ReadToEndAsync();
        await command.WaitForExitAsync();
        return (command.ExitCode, await output + await errors);
    }

    public async Task AdvanceClockAsync(string span)
    {
        var (code, output) = await RunAsync("clock", "advance", span, "--data", Folder);
        code.ShouldBe(0, output);
    }

    /// <summary>What the server's clock says.</summary>
    public async Task<DateTimeOffset> NowAsync() =>
        DateTimeOffset.Parse(
            await File.ReadAllTextAsync(Path.Combine(Folder, "clock")),
            System.Globalization.CultureInfo.InvariantCulture
        );

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The city is seeded by one server and copied for each of the others.</summary>
    private static async Task<string> SeedAsync()
    {
        var first = new ServerProcess();
        // The golden example of the design: applied on 2026-09-16.
        await File.WriteAllTextAsync(Path.Combine(first.Folder, "clock"), "2026-09-16T10:42:00.0000000+08:00");
        await first.LaunchAsync();
        first.process!.Kill();
        await first.process.WaitForExitAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(first.Folder, recursive: true);
        return first.Folder;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task LaunchAsync()
    {
        process?.Dispose();
        string[] arguments = ["serve", "--demo", "--clock", "manual", "--data", Folder, "--urls", Url];
        process = Process.Start(
            new ProcessStartInfo(Executable, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        using var client = new HttpClient();
        for (var tries = 0; tries < 900; tries++)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(Url + "/healthz"));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            process.HasExited.ShouldBeFalse("the server ended instead of listening");
            await Task.Delay(100);
        }

        throw new TimeoutException("The server did not answer within a minute and a half.");
    }
}
