using System.CommandLine;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Soundness;

namespace Approvals.Server.Cli;

/// <summary>
/// <c>approvals workflow check</c>: what deployment would say to files by the rules alone, and whether their processes are sound.
/// Both are said of every file that can be read, sound or not, deployable or not.
/// </summary>
internal static class WorkflowCheckCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "BPMN 2.0 files.",
            Arity = ArgumentArity.OneOrMore,
        };
        var budget = new Option<int>("--budget")
        {
            Description = "States to follow for each process before a verdict is left open.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => SoundnessCheck.DefaultBudget,
        };
        var json = new Option<bool>("--json") { Description = "JSON lines: one object per process." };
        var check = new Command("check", "Check files against the rules of BPMN, and their processes for soundness.")
        {
            files,
            budget,
            json,
        };
        check.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed.GetRequiredValue(files),
                    parsed.GetRequiredValue(budget),
                    parsed.GetValue(json),
                    cancellation
                )
        );
        return check;
    }

    private static async Task<int> RunAsync(FileInfo[] files, int budget, bool json, CancellationToken cancellation)
    {
        var code = CommandLine.Done;
        foreach (var file in files)
        {
            var reading = await ReadAsync(file, cancellation);
            if (reading.Draft is null)
            {
                code = CommandLine.Failed;
            }

            foreach (var check in Check(file.ToString(), reading, budget))
            {
                await CommandLine.SayAsync(json, check.Sentence(), check);
            }
        }

        return code;
    }

    private static IEnumerable<ProcessCheck> Check(string file, BpmnReading reading, int budget)
    {
        var processes = reading.Draft?.Processes.Where(process => !IsGlobalTask(process)).ToArray() ?? [];
        if (processes.Length == 0)
        {
            yield return new(file, null, reading.Problems, null);
        }

        foreach (var process in processes)
        {
            yield return new(file, process.Id, reading.Problems, SoundnessCheck.Of(process, budget));
        }
    }

    private static async Task<BpmnReading> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            return new(
                null,
                [new("file.missing", null, 0, 0, $"There is no file {file.FullName}.", ProblemLevel.Structure)]
            );
        }

        try
        {
            return BpmnReader.Read(await File.ReadAllTextAsync(file.FullName, cancellation), BpmnRules.Structure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(null, [new("file.unreadable", null, 0, 0, failure.Message, ProblemLevel.Structure)]);
        }
    }

    private static bool IsGlobalTask(ProcessDefinition process) =>
        process.Elements is [var only] && only.Id == process.Id;
}
