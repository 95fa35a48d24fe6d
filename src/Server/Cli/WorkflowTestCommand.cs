using System.CommandLine;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Simulation.Scenarios;

namespace Approvals.Server.Cli;

/// <summary><c>approvals workflow test DIR</c>: tells the stories of every scenario file below a folder.</summary>
internal static class WorkflowTestCommand
{
    public static Command Create()
    {
        var directory = new Argument<DirectoryInfo>("DIR") { Description = "A folder with models and scenario files." };
        var json = CommandLine.JsonOption();
        var command = new Command(
            "test",
            "Run the scenarios (`*.scenario.json`) of every model below a folder; touches no data folder."
        )
        {
            directory,
            json,
        };
        command.SetAction((parsed, _) => RunAsync(parsed.GetRequiredValue(directory), parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo directory, bool json)
    {
        if (!directory.Exists)
        {
            return await CommandLine.FailAsync($"There is no folder {directory.FullName}.");
        }

        var calendar = HolidayFiles.Load(Path.Combine(AppContext.BaseDirectory, "data", "holidays"));
        var (passed, failed) = (0, 0);
        foreach (
            var file in directory
                .EnumerateFiles(ScenarioSuite.Pattern, SearchOption.AllDirectories)
                .OrderBy(file => file.FullName, StringComparer.Ordinal)
        )
        {
            var report = ScenarioSuite.Run(
                Path.GetRelativePath(directory.FullName, file.FullName),
                await File.ReadAllTextAsync(file.FullName),
                model => ReadBeside(file, model),
                [.. file.Directory!.EnumerateFiles("*.dmn").Select(dmn => File.ReadAllText(dmn.FullName))],
                calendar
            );
            passed += report.Results.Count(result => result.Passed);
            failed += report.Results.Count(result => !result.Passed) + (report.Problem is null ? 0 : 1);
            await SayAsync(report, json);
        }

        if (passed + failed == 0)
        {
            return await CommandLine.FailAsync($"Below {directory.FullName} is no {ScenarioSuite.Pattern} file.");
        }

        await CommandLine.SayAsync(json, $"{passed} passed, {failed} failed", new { passed, failed });
        return failed == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    /// <summary>Only files of the scenario's own folder and below: a scenario is no way to read others.</summary>
    private static string? ReadBeside(FileInfo scenario, string model)
    {
        var folder = scenario.DirectoryName!;
        var path = Path.GetFullPath(Path.Combine(folder, model));
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) && File.Exists(path)
            ? File.ReadAllText(path)
            : null;
    }

    private static async Task SayAsync(ScenarioReport report, bool json)
    {
        if (report.Problem is { } problem)
        {
            await CommandLine.SayAsync(json, $"{report.File}: {problem}", new { report.File, problem });
            return;
        }

        foreach (var result in report.Results)
        {
            await CommandLine.SayAsync(
                json,
                $"{(result.Passed ? "passed" : "FAILED")}  {report.File}  {result.Name}"
                    + string.Concat(result.Failures.Select(failure => $"\n    {failure}")),
                new
                {
                    file = report.File,
                    scenario = result.Name,
                    passed = result.Passed,
                    failures = result.Failures,
                    elements = result.Elements.Order(StringComparer.Ordinal),
                    flows = result.Flows.Order(StringComparer.Ordinal),
                }
            );
        }

        if (!report.NeverReached.IsEmpty)
        {
            await CommandLine.SayAsync(
                json,
                $"{report.File}: no scenario reaches {string.Join(", ", report.NeverReached)}",
                new { file = report.File, neverReached = report.NeverReached }
            );
        }
    }
}
