using System.Diagnostics;

namespace Approvals.Server.Tests.Signing;

/// <summary>The witness that nobody here wrote.</summary>
internal static class OpenSsl
{
    /// <summary>Runs and insists on success; gives what it said.</summary>
    public static string Run(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("openssl", arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"openssl {string.Join(' ', arguments)}\n{output}");
        return output;
    }
}
