using System.CommandLine;
using System.Text;
using Approvals.Workflow.Dmn.Tck;

namespace Approvals.Server.Cli;

/// <summary><c>approvals dmn …</c>: commands about DMN files; they touch no data folder.</summary>
internal static class DmnCommand
{
    public static Command Create() =>
        new("dmn", "Work with DMN files.") { CreateTck(), DmnEvalCommand.Create(), DmnCheckCommand.Create() };

    private static Command CreateTck()
    {
        var folder = new Argument<DirectoryInfo>("DIR")
        {
            Description = "A folder of the DMN Technology Compatibility Kit, or of files like it.",
        };
        var report = new Option<FileInfo?>("--report")
        {
            Description = "Write one row per case, as the kit's own reports do.",
            HelpName = "FILE.csv",
        };
        var command = new Command("tck", "Run the cases of the DMN Technology Compatibility Kit.") { folder, report };
        command.SetAction(
            (parsed, cancellation) => TckAsync(parsed.GetRequiredValue(folder), parsed.GetValue(report), cancellation)
        );
        return command;
    }

    private static async Task<int> TckAsync(DirectoryInfo folder, FileInfo? report, CancellationToken cancellation)
    {
        if (!folder.Exists)
        {
            return await CommandLine.FailAsync($"There is no folder {folder.FullName}.");
        }

        var sources = folder
            .EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => new TckSource(
                Path.GetRelativePath(folder.FullName, file.FullName).Replace('\\', '/'),
                () => File.ReadAllText(file.FullName)
            ))
            .OrderBy(source => source.Path, StringComparer.Ordinal)
            .ToList();
        var rows = new StringBuilder();
        var counts = new int[Enum.GetValues<TckVerdict>().Length];
        foreach (var outcome in TckRunner.Run(sources, TimeProvider.System.GetUtcNow()))
        {
            cancellation.ThrowIfCancellationRequested();
            counts[(int)outcome.Verdict]++;
            rows.Append(outcome.ToCsv()).Append('\n');
            if (outcome.Verdict == TckVerdict.Error)
            {
                await Console.Out.WriteLineAsync(
                    $"{outcome.Folder}/{outcome.File}.xml {outcome.CaseId}: {outcome.Message}"
                );
            }
        }

        if (report is not null)
        {
            await File.WriteAllTextAsync(report.FullName, rows.ToString(), cancellation);
        }

        var (passed, failed, skipped) = (
            counts[(int)TckVerdict.Success],
            counts[(int)TckVerdict.Error],
            counts[(int)TckVerdict.Skipped]
        );
        await Console.Out.WriteLineAsync($"{passed} passed, {failed} failed, {skipped} skipped");
        return failed == 0 ? CommandLine.Done : CommandLine.Failed;
    }
}
