using System.CommandLine;
using Approvals.Bidding.Export;

namespace Approvals.Server.Cli;

/// <summary>
/// <c>approvals tender verify</c>: proves the export of a tender again, offline: the set at the deadline, the opening, the draw, the
/// scores and the ranking. It names what fails. It reads the file and nothing else.
/// </summary>
internal static class TenderVerifyCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The export of a tender." };
        var json = CommandLine.JsonOption();
        var command = new Command(
            "verify",
            "Prove the export of a tender again: set, opening, draw, scores, ranking; say what fails."
        )
        {
            file,
            json,
        };
        command.SetAction(
            (parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(json), cancellation)
        );
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, bool json, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            return await CommandLine.FailAsync($"There is no file {file.FullName}.");
        }

        var result = ExportVerifier.Verify(await File.ReadAllBytesAsync(file.FullName, cancellation));
        var lines = result.Checks.Select(check => $"{(check.Passed ? "ok  " : "FAIL")} {check.Check}: {check.Detail}");
        await CommandLine.SayAsync(
            json,
            string.Join('\n', lines),
            new
            {
                result.Passed,
                result.Tender,
                result.Phase,
                result.Checks,
            }
        );
        return result.Passed ? CommandLine.Done : CommandLine.Failed;
    }
}
