using System.CommandLine;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Simulation;

namespace Approvals.Server.Cli;

/// <summary>
/// <c>approvals workflow …</c>: commands about BPMN files, which touch no data folder, and commands that operate on the processes of
/// one (<see cref="WorkflowOperation"/>).
/// </summary>
internal static class WorkflowCommand
{
    public static Command Create() =>
        new("workflow", "Work with BPMN files and with the processes of a data folder.")
        {
            CreateRun(),
            WorkflowDrawCommand.Create(),
            WorkflowRoundtripCommand.Create(),
            WorkflowCheckCommand.Create(),
            WorkflowTestCommand.Create(),
            WorkflowDeployCommand.Create(),
            WorkflowInstancesCommand.Create(),
            WorkflowExplainCommand.Create(),
            WorkflowIncidentsCommand.Create(),
            WorkflowRetryCommand.Create(),
            WorkflowSuspendCommand.Create(),
            WorkflowResumeCommand.Create(),
            WorkflowCancelCommand.Create(),
            WorkflowModifyCommand.Create(),
            WorkflowMigrateCommand.Create(),
            WorkflowPublishCommand.Create(),
            WorkflowSignalCommand.Create(),
        };

    private static Command CreateRun()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A BPMN 2.0 file." };
        var process = new Option<string[]>("--process")
        {
            Description = "Id of a process to start; may be repeated. Without it the only executable one.",
            HelpName = "ID",
        };
        var variables = new Option<string?>("--variables")
        {
            Description = "Start variables, a JSON object.",
            HelpName = "JSON",
        };
        var messages = new Option<string?>("--messages")
        {
            Description = "Messages to deliver: `[{\"name\":…,\"correlationKey\":…,\"variables\":…,\"at\":…}]`.",
            HelpName = "JSON",
        };
        var unbound = new Option<string>("--unbound")
        {
            Description = "What happens to tasks nobody is bound to: `fail` or `complete`.",
            HelpName = "WHAT",
            DefaultValueFactory = _ => "fail",
        };
        unbound.AcceptOnlyFromAmong("fail", "complete");
        var maxSteps = new Option<int>("--max-steps")
        {
            Description = "Element activations after which the run is an incident.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => 1_000_000,
        };
        var trace = new Option<bool>("--trace") { Description = "One line per event." };
        var json = new Option<bool>("--json")
        {
            Description = "JSON lines: one object per event with --trace, and the result.",
        };
        var run = new Command("run", "Run the processes of a file on a virtual clock; touches no data folder.")
        {
            file,
            process,
            variables,
            messages,
            unbound,
            maxSteps,
            trace,
            json,
        };
        run.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed.GetRequiredValue(file),
                    new ModelRunOptions
                    {
                        ProcessIds = parsed.GetValue(process) ?? [],
                        Variables = parsed.GetValue(variables),
                        Messages = parsed.GetValue(messages),
                        CompleteUnbound = parsed.GetRequiredValue(unbound) == "complete",
                        MaxSteps = parsed.GetRequiredValue(maxSteps),
                        Trace = parsed.GetValue(trace),
                        Json = parsed.GetValue(json),
                        Calendar = HolidayFiles.Load(Path.Combine(AppContext.BaseDirectory, "data", "holidays")),
                    },
                    cancellation
                )
        );
        return run;
    }

    private static async Task<int> RunAsync(FileInfo file, ModelRunOptions options, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            return await CommandLine.FailAsync($"There is no file {file.FullName}.");
        }

        var xml = await File.ReadAllTextAsync(file.FullName, cancellation);
        return ModelRunner.Run(file.Name, xml, options, Console.Out, Console.Error);
    }
}
