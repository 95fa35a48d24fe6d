using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Approvals.Server.Tests.Cli;

/// <summary>What a command said and how it ended.</summary>
public sealed record Answer(int Code, string Output, string Errors)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Output);

    /// <summary>It did not succeed, and says why in sentences: no trace of the program's insides.</summary>
    public void ShouldFail(int code, string sentence)
    {
        Errors.ShouldContain(sentence);
        Errors.ShouldNotContain("   at ");
        Errors.ShouldNotContain("Exception");
        Output.ShouldNotContain("   at ");
        Code.ShouldBe(code);
    }

    public Answer ShouldSucceed()
    {
        Errors.ShouldBe("");
        Code.ShouldBe(0);
        return this;
    }
}

/// <summary>The command line as its user has it: the built program, as a process of its own.</summary>
public static class Shell
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static async Task<Answer> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new Answer(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    internal static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "approvals.dll"), .. arguments]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment.Remove("APPROVALS_DEBUG");
        return Process.Start(start)!;
    }
}

/// <summary>A server in a process of its own, on a free port of this machine.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private const string Ready = "Approvals is ready: ";
    private readonly Process process;

    private RunningServer(Process process, string url) => (this.process, Url) = (process, url);

    public string Url { get; }

    public static async Task<RunningServer> StartAsync(string folder, params string[] more)
    {
        var started = Shell.Start(["serve", "--data", folder, "--urls", "http://127.0.0.1:0", .. more]);
        var said = new StringBuilder();
        while (await started.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal))
            {
                // Whatever else it says is read, so that it never waits for a reader.
                _ = started.StandardOutput.ReadToEndAsync();
                _ = started.StandardError.ReadToEndAsync();
                return new RunningServer(started, line[Ready.Length..]);
            }

            said.AppendLine(line);
        }

        throw new InvalidOperationException(
            $"The server did not start: {said}{await started.StandardError.ReadToEndAsync()}"
        );
    }

    /// <summary>Tells it to stop as a service supervisor would, and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    public ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
        return ValueTask.CompletedTask;
    }
}
