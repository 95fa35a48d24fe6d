using System.Diagnostics;

namespace Approvals.Credentials.Tests;

/// <summary>Programs that nobody here wrote, as witnesses. A missing one fails the test and says what to install.</summary>
public static class ExternalTool
{
    public static (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"{program} is needed: install poppler-utils, qpdf, openssl and libnss3-tools.",
                missing
            );
        }

        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.Result);
        }
    }

    /// <summary>Runs and insists on success.</summary>
    public static string Succeed(string program, params string[] arguments)
    {
        var (exitCode, output) = Run(program, arguments);
        exitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}\n{output}");
        return output;
    }
}
